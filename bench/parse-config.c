/*
 * Peer of the parser's benchmark: Xen's own libxlutil on the same text. Prints the
 * milliseconds of each of a number of runs of xlu_cfg_readdata.
 */
#include <stdio.h>
#include <stdlib.h>

#include <libxlutil.h>

#include "clock.h"

int main(int argc, char **argv)
{
    int runs = argc > 2 ? atoi(argv[2]) : 1;
    FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
    if (!file) return 1;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = malloc(size);
    if (!text || fread(text, 1, size, file) != (size_t)size) return 1;
    for (int run = 0; run < runs; run++) {
        double start = now();
        XLU_Config *config = xlu_cfg_init(stderr, argv[1]);
        int status = xlu_cfg_readdata(config, text, size);
        xlu_cfg_destroy(config);
        printf("%f %d\n", now() - start, status == 0);
    }
    return 0;
}

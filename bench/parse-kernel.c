/*
 * Peer of the kernel benchmark: Xen's own builder library on the same image. Prints
 * the milliseconds of each of a few runs of what decides about an image: opening and
 * unpacking the file, finding a loader, and parsing.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xenctrl.h>
#include <xenguest.h>

#include "clock.h"

int main(int argc, char **argv)
{
    int runs = argc > 2 ? atoi(argv[2]) : 3;
    xc_interface *xch = xc_interface_open(NULL, NULL, XC_OPENFLAG_DUMMY);

    if (!xch)
        return 2;
    while (runs-- > 0) {
        double start = now();
        struct xc_dom_image *dom = xc_dom_allocate(xch, NULL, NULL);
        int failed;

        dom->container_type = XC_DOM_PV_CONTAINER;
        strcpy(dom->xen_caps, "xen-3.0-x86_64 xen-3.0-x86_32p hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64");
        failed = xc_dom_kernel_file(dom, argv[1]) || xc_dom_parse_image(dom);
        printf("%.1f %d\n", now() - start, !failed);
        xc_dom_release(dom);
    }
    return 0;
}

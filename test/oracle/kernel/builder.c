/*
 * Asks Xen's own domain builder about kernel images. Standard input holds, for each
 * image, a line with its length in bytes and then its bytes. Each is answered by two
 * lines, for a PV and for a PVH domain: "boots" or "refused", and after a tab what the
 * builder reports, its lines joined by " | ". Each question is asked in a process of its
 * own, so that one that ends the builder costs only its own answer.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <xenctrl.h>
#include <xenguest.h>

/* What the hypervisor of a host with 32-bit PV says that it starts. */
#define CAPABILITIES "xen-3.0-x86_64 xen-3.0-x86_32p hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64"
#define REPORT_SIZE 2000

static char report[REPORT_SIZE];

static void note(xentoollog_logger *logger, xentoollog_level level, int error, const char *context, const char *format,
                 va_list arguments)
{
    size_t used = strlen(report);
    char *at = report + used;

    (void)logger, (void)error, (void)context;
    if (level < XTL_ERROR || used + 8 > sizeof(report))
        return;
    if (used > 0)
        at += sprintf(at, " | ");
    vsnprintf(at, sizeof(report) - (at - report), format, arguments);
}

static void progress(xentoollog_logger *logger, const char *context, const char *doing, int percent, unsigned long done,
                     unsigned long total)
{
    (void)logger, (void)context, (void)doing, (void)percent, (void)done, (void)total;
}

static void destroy(xentoollog_logger *logger)
{
    (void)logger;
}

static int is_taken(int container, void *image, size_t size)
{
    xentoollog_logger logger = { .vmessage = note, .progress = progress, .destroy = destroy };
    xc_interface *xch = xc_interface_open(&logger, &logger, XC_OPENFLAG_DUMMY);
    struct xc_dom_image *dom = xc_dom_allocate(xch, NULL, NULL);

    dom->container_type = container;
    strcpy(dom->xen_caps, CAPABILITIES);
    return xc_dom_kernel_mem(dom, image, size) == 0 && xc_dom_parse_image(dom) == 0;
}

static void answer(int container, void *image, size_t size)
{
    int status;
    pid_t child;

    fflush(stdout);
    child = fork();
    if (child == 0) {
        int taken = is_taken(container, image, size);

        for (char *at = report; *at; at++)
            if (*at == '\n' || *at == '\t')
                *at = ' ';
        printf("%s\t%s\n", taken ? "boots" : "refused", report);
        fflush(stdout);
        _exit(0);
    }
    waitpid(child, &status, 0);
    if (!WIFEXITED(status))
        printf("refused\tthe builder crashed\n");
}

int main(void)
{
    size_t size;

    while (scanf("%zu", &size) == 1 && getchar() == '\n') {
        char *image = malloc(size + 1);

        if (!image || fread(image, 1, size, stdin) != size)
            return 2;
        answer(XC_DOM_PV_CONTAINER, image, size);
        answer(XC_DOM_HVM_CONTAINER, image, size);
        free(image);
    }
    return 0;
}

/* The image loader: any kernel, ramdisk and firmware loads. What is in them is no matter of this judge. */
#include "judge.h"
#include <errno.h>
#include <xenctrl.h>
#include <xenguest.h>

static struct xc_dom_arch architecture = {
    .page_shift = 12, .sizeof_pfn = 8, .guest_type = "xen-3.0-x86_64", .native_protocol = "x86_64-abi",
};

struct xc_dom_image *xc_dom_allocate(xc_interface *xch, const char *command_line, const char *features)
{
    struct xc_dom_image *image = calloc(1, sizeof(*image));
    (void)features;
    image->xch = xch;
    image->cmdline = command_line ? strdup(command_line) : NULL;
    image->arch_hooks = &architecture;
    image->guest_type = architecture.guest_type;
    return image;
}

void xc_dom_release(struct xc_dom_image *image)
{
    free(image);
    reach("image");
}

void *xc_dom_malloc(struct xc_dom_image *image, size_t size) { (void)image; return calloc(1, size ? size : 1); }
char *xc_dom_guest_os(struct xc_dom_image *image) { (void)image; return "linux"; }
const char *xc_domain_get_native_protocol(xc_interface *xch, uint32_t id) { (void)xch; (void)id; return architecture.native_protocol; }

/* A file without a name is the only one that is not there. */
static int opens(const char *path)
{
    if (*path) return 0;
    errno = ENOENT;
    return -1;
}

int xc_dom_kernel_file(struct xc_dom_image *image, const char *path) { (void)image; return opens(path); }

int xc_dom_module_file(struct xc_dom_image *image, const char *path, const char *command_line)
{
    (void)image; (void)command_line;
    return opens(path);
}

DEFINE_SUCCESS
WORKS(xc_dom_boot_image) WORKS(xc_dom_boot_mem_init) WORKS(xc_dom_boot_xen_init) WORKS(xc_dom_build_image) WORKS(xc_dom_feature_get)
WORKS(xc_dom_gnttab_init) WORKS(xc_dom_kernel_mem) WORKS(xc_dom_loginit) WORKS(xc_dom_mem_init)
WORKS(xc_dom_module_mem) WORKS(xc_dom_parse_image) WORKS(xc_dom_translated)

/*
 * Test oracle: lets the real, unmodified xl read a config where there is no Xen.
 *
 * Loaded with LD_PRELOAD, it answers the few calls with which libxl opens the
 * hypervisor and xenstore: a host with many CPUs and NUMA nodes, plenty of memory,
 * and every capability. Nothing is created; `xl create -n` stops after parsing, and
 * so does `xl cpupool-create -n`. Its xl.conf is the file that XLCFG_XL_CONF names.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <xenctrl.h>
#include <xenstore.h>
#include <xencall.h>

#define HOST_CPUS 256
#define HOST_NODES 8

static int token;

xc_interface *xc_interface_open(xentoollog_logger *logger, xentoollog_logger *dombuild_logger, unsigned open_flags)
{
    (void)logger; (void)dombuild_logger; (void)open_flags;
    return (xc_interface *)&token;
}

int xc_interface_close(xc_interface *xch)
{
    (void)xch;
    return 0;
}

int xc_version(xc_interface *xch, int cmd, void *arg)
{
    (void)xch;
    switch (cmd) {
    case XENVER_version: return (4 << 16) | 17;
    case XENVER_pagesize: return 4096;
    case XENVER_extraversion: strcpy(arg, ".7"); return 0;
    case XENVER_commandline: case XENVER_changeset: case XENVER_capabilities: *(char *)arg = 0; return 0;
    case XENVER_compile_info: memset(arg, 0, sizeof(xen_compile_info_t)); return 0;
    case XENVER_platform_parameters: memset(arg, 0, sizeof(xen_platform_parameters_t)); return 0;
    default: return 0;
    }
}

int xc_physinfo(xc_interface *xch, xc_physinfo_t *info)
{
    (void)xch;
    memset(info, 0, sizeof(*info));
    info->threads_per_core = 1;
    info->cores_per_socket = HOST_CPUS / HOST_NODES;
    info->nr_cpus = HOST_CPUS;
    info->max_cpu_id = HOST_CPUS - 1;
    info->nr_nodes = HOST_NODES;
    info->max_node_id = HOST_NODES - 1;
    info->cpu_khz = 3000000;
    info->capabilities = ~0u;
    info->arch_capabilities = ~0u;
    info->total_pages = info->free_pages = 1ull << 26;
    return 0;
}

int xc_get_max_cpus(xc_interface *xch) { (void)xch; return HOST_CPUS; }
int xc_get_max_nodes(xc_interface *xch) { (void)xch; return HOST_NODES; }

int xc_sched_id(xc_interface *xch, int *id) { (void)xch; *id = XEN_SCHEDULER_CREDIT2; return 0; }
xc_cpupoolinfo_t *xc_cpupool_getinfo(xc_interface *xch, uint32_t poolid) { (void)xch; (void)poolid; return NULL; }

/* No pool has a CPU yet. */
xc_cpumap_t xc_cpupool_freeinfo(xc_interface *xch)
{
    xc_cpumap_t map = calloc(1, HOST_CPUS / 8);
    (void)xch;
    if (map) memset(map, 0xff, HOST_CPUS / 8);
    return map;
}

int xc_cputopoinfo(xc_interface *xch, unsigned *max_cpus, xc_cputopo_t *cputopo)
{
    (void)xch;
    for (unsigned cpu = 0; cputopo && cpu < *max_cpus; cpu++) {
        cputopo[cpu].core = cpu;
        cputopo[cpu].socket = cputopo[cpu].node = cpu / (HOST_CPUS / HOST_NODES);
    }
    *max_cpus = HOST_CPUS;
    return 0;
}

FILE *fopen(const char *path, const char *mode)
{
    static FILE *(*real)(const char *, const char *);
    const char *own = getenv("XLCFG_XL_CONF");
    if (!real) *(void **)&real = dlsym(RTLD_NEXT, "fopen");
    return real(own && !strcmp(path, "/etc/xen/xl.conf") ? own : path, mode);
}

struct xs_handle *xs_open(unsigned long flags) { (void)flags; return (struct xs_handle *)&token; }
struct xs_handle *xs_daemon_open(void) { return (struct xs_handle *)&token; }
void xs_close(struct xs_handle *xsh) { (void)xsh; }
void xs_daemon_close(struct xs_handle *xsh) { (void)xsh; }

int xs_fileno(struct xs_handle *xsh)
{
    static int pipe_ends[2] = { -1, -1 };
    (void)xsh;
    if (pipe_ends[0] < 0 && pipe(pipe_ends)) return -1;
    return pipe_ends[0];
}

void *xs_read(struct xs_handle *xsh, xs_transaction_t transaction, const char *path, unsigned int *length)
{
    (void)xsh; (void)transaction; (void)path;
    if (length) *length = 1;
    return strdup("0");
}

char **xs_directory(struct xs_handle *xsh, xs_transaction_t transaction, const char *path, unsigned int *count)
{
    (void)xsh; (void)transaction; (void)path;
    *count = 0;
    return calloc(1, sizeof(char *));
}

xs_transaction_t xs_transaction_start(struct xs_handle *xsh) { (void)xsh; return 1; }

void *xencall_alloc_buffer(xencall_handle *call, size_t size) { (void)call; return calloc(1, size ? size : 1); }
void *xencall_alloc_buffer_pages(xencall_handle *call, size_t pages) { (void)call; return calloc(pages ? pages : 1, 4096); }
void xencall_free_buffer(xencall_handle *call, void *buffer) { (void)call; free(buffer); }
void xencall_free_buffer_pages(xencall_handle *call, void *buffer, size_t pages) { (void)call; (void)pages; free(buffer); }

int xencall0(xencall_handle *c, unsigned int op) { (void)c; (void)op; return 0; }
int xencall1(xencall_handle *c, unsigned int op, uint64_t a) { (void)c; (void)op; (void)a; return 0; }
int xencall2(xencall_handle *c, unsigned int op, uint64_t a, uint64_t b) { (void)c; (void)op; (void)a; (void)b; return 0; }
long xencall2L(xencall_handle *c, unsigned int op, uint64_t a, uint64_t b) { (void)c; (void)op; (void)a; (void)b; return 0; }
int xencall3(xencall_handle *c, unsigned int op, uint64_t a, uint64_t b, uint64_t d)
{ (void)c; (void)op; (void)a; (void)b; (void)d; return 0; }
int xencall4(xencall_handle *c, unsigned int op, uint64_t a, uint64_t b, uint64_t d, uint64_t e)
{ (void)c; (void)op; (void)a; (void)b; (void)d; (void)e; return 0; }
int xencall5(xencall_handle *c, unsigned int op, uint64_t a, uint64_t b, uint64_t d, uint64_t e, uint64_t f)
{ (void)c; (void)op; (void)a; (void)b; (void)d; (void)e; (void)f; return 0; }

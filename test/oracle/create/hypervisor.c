/* The hypervisor: a host with many CPUs and NUMA nodes, memory without end and every capability. All calls succeed. */
#include "judge.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xenctrl.h>
#include <xenevtchn.h>

#define HOST_CPUS 256
#define HOST_NODES 8
#define CPUS_A_NODE (HOST_CPUS / HOST_NODES)
#define FIRST_DOMAIN 10
#define FIRST_BACKEND_DOMAIN 1000
#define MAX_DOMAINS 64

static int handle;

/* ---- Domains */

struct domain { uint32_t id, pool; unsigned vcpus; int is_hvm; uint8_t uuid[16]; };
/* The first is dom0. */
static struct domain domains[MAX_DOMAINS] = { { .vcpus = 4 } };
static unsigned domain_count = 1;

static struct domain *domain_of(uint32_t id)
{
    for (unsigned i = 0; i < domain_count; i++) if (domains[i].id == id) return &domains[i];
    return NULL;
}

void add_backend_domain(const char *name)
{
    char path[80];
    if (domain_count == MAX_DOMAINS / 2) return;
    struct domain *domain = &domains[domain_count++];
    *domain = (struct domain){ .id = FIRST_BACKEND_DOMAIN + domain_count, .vcpus = 1 };
    snprintf(path, sizeof(path), "/local/domain/%u/name", domain->id);
    set_text(path, name);
    snprintf(path, sizeof(path), "/libxl/%u/type", domain->id);
    set_text(path, "pv");
}

int xc_domain_create(xc_interface *xch, uint32_t *id, struct xen_domctl_createdomain *wanted)
{
    (void)xch;
    if (domain_count == MAX_DOMAINS) {
        errno = ENOSPC;
        return -1;
    }
    struct domain *domain = &domains[domain_count];
    *domain = (struct domain){
        .id = FIRST_DOMAIN + domain_count, .pool = wanted->cpupool_id, .vcpus = wanted->max_vcpus,
        .is_hvm = !!(wanted->flags & XEN_DOMCTL_CDF_hvm),
    };
    memcpy(domain->uuid, wanted->handle, sizeof(domain->uuid));
    domain_count++;
    *id = domain->id;
    reach("domain-made");
    return 0;
}

int xc_domain_max_vcpus(xc_interface *xch, uint32_t id, unsigned max)
{
    struct domain *domain = domain_of(id);
    (void)xch;
    if (domain) domain->vcpus = max;
    reach("build");
    return 0;
}

/* libxl pauses a domain only to destroy it. */
int xc_domain_pause(xc_interface *xch, uint32_t id)
{
    (void)xch; (void)id;
    end_if_refused();
    return 0;
}

static void describe(const struct domain *domain, xc_domaininfo_t *info)
{
    memset(info, 0, sizeof(*info));
    info->domain = domain->id;
    info->flags = XEN_DOMINF_paused | (domain->is_hvm ? XEN_DOMINF_hvm_guest | XEN_DOMINF_hap : 0);
    info->max_vcpu_id = domain->vcpus - 1;
    info->nr_online_vcpus = domain->vcpus;
    info->cpupool = domain->pool;
    info->tot_pages = info->max_pages = 1 << 18;
    memcpy(info->handle, domain->uuid, sizeof(domain->uuid));
}

static const struct domain *next_domain(uint32_t from)
{
    const struct domain *next = NULL;
    for (unsigned i = 0; i < domain_count; i++)
        if (domains[i].id >= from && (!next || domains[i].id < next->id)) next = &domains[i];
    return next;
}

int xc_domain_getinfolist(xc_interface *xch, uint32_t first, unsigned max, xc_domaininfo_t *info)
{
    unsigned count = 0;
    (void)xch;
    for (const struct domain *next = next_domain(first); next && count < max; next = next_domain(next->id + 1))
        describe(next, &info[count++]);
    return count;
}

int xc_domain_getinfo(xc_interface *xch, uint32_t id, unsigned max, xc_dominfo_t *info)
{
    const struct domain *domain = domain_of(id);
    (void)xch; (void)max;
    memset(info, 0, sizeof(*info));
    if (!domain) return 0;
    info->domid = domain->id;
    info->hvm = domain->is_hvm;
    info->paused = 1;
    info->max_vcpu_id = domain->vcpus - 1;
    info->nr_online_vcpus = domain->vcpus;
    info->cpupool = domain->pool;
    return 1;
}

/* ---- The host */

xc_interface *xc_interface_open(xentoollog_logger *logger, xentoollog_logger *builder_logger, unsigned flags)
{
    (void)logger; (void)builder_logger; (void)flags;
    return (xc_interface *)&handle;
}

int xc_interface_close(xc_interface *xch) { (void)xch; return 0; }

int xc_version(xc_interface *xch, int command, void *result)
{
    (void)xch;
    switch (command) {
    case XENVER_version: return (4 << 16) | 17;
    case XENVER_pagesize: return 4096;
    case XENVER_extraversion: strcpy(result, ".7"); return 0;
    case XENVER_commandline: strcpy(result, "dom0_mem=8192M,max:8192M"); return 0;
    case XENVER_changeset: *(char *)result = 0; return 0;
    case XENVER_capabilities: strcpy(result, "xen-3.0-x86_64 hvm-3.0-x86_32 hvm-3.0-x86_32p hvm-3.0-x86_64"); return 0;
    case XENVER_compile_info: memset(result, 0, sizeof(xen_compile_info_t)); return 0;
    case XENVER_platform_parameters: memset(result, 0, sizeof(xen_platform_parameters_t)); return 0;
    default: return 0;
    }
}

int xc_physinfo(xc_interface *xch, xc_physinfo_t *info)
{
    (void)xch;
    memset(info, 0, sizeof(*info));
    info->threads_per_core = 1;
    info->cores_per_socket = CPUS_A_NODE;
    info->nr_cpus = HOST_CPUS;
    info->max_cpu_id = HOST_CPUS - 1;
    info->nr_nodes = HOST_NODES;
    info->max_node_id = HOST_NODES - 1;
    info->cpu_khz = 3000000;
    info->capabilities = ~0u;
    info->arch_capabilities = ~0u;
    info->total_pages = info->free_pages = 1ull << 34;
    return 0;
}

int xc_get_max_cpus(xc_interface *xch) { (void)xch; return HOST_CPUS; }
int xc_get_online_cpus(xc_interface *xch) { (void)xch; return HOST_CPUS; }
int xc_get_max_nodes(xc_interface *xch) { (void)xch; return HOST_NODES; }

int xc_numainfo(xc_interface *xch, unsigned *count, xc_meminfo_t *memory, uint32_t *distances)
{
    (void)xch;
    for (unsigned node = 0; memory && distances && node < *count && node < HOST_NODES; node++) {
        memory[node].memsize = memory[node].memfree = 8ull << 40;
        for (unsigned other = 0; other < HOST_NODES; other++) distances[node * HOST_NODES + other] = node == other ? 10 : 20;
    }
    *count = HOST_NODES;
    return 0;
}

int xc_cputopoinfo(xc_interface *xch, unsigned *count, xc_cputopo_t *cpus)
{
    (void)xch;
    for (unsigned cpu = 0; cpus && cpu < *count && cpu < HOST_CPUS; cpu++) {
        cpus[cpu].core = cpu;
        cpus[cpu].socket = cpus[cpu].node = cpu / CPUS_A_NODE;
    }
    *count = HOST_CPUS;
    return 0;
}

static xc_cpumap_t new_cpu_map(int byte)
{
    return memset(malloc(HOST_CPUS / 8), byte, HOST_CPUS / 8);
}

xc_cpupoolinfo_t *xc_cpupool_getinfo(xc_interface *xch, uint32_t pool)
{
    (void)xch;
    if (pool != 0) {
        errno = ENOENT;
        return NULL;
    }
    xc_cpupoolinfo_t *info = calloc(1, sizeof(*info));
    info->sched_id = XEN_SCHEDULER_CREDIT2;
    info->n_dom = 1;
    info->cpumap = new_cpu_map(0xff);
    return info;
}

void xc_cpupool_infofree(xc_interface *xch, xc_cpupoolinfo_t *info) { (void)xch; free(info->cpumap); free(info); }
xc_cpumap_t xc_cpupool_freeinfo(xc_interface *xch) { (void)xch; return new_cpu_map(0); }
int xc_sched_id(xc_interface *xch, int *id) { (void)xch; *id = XEN_SCHEDULER_CREDIT2; return 0; }

int xc_get_machine_memory_map(xc_interface *xch, struct e820entry *map, uint32_t max)
{
    (void)xch;
    if (max < 3) return -1;
    map[0] = (struct e820entry){ 0, 0xa0000, E820_RAM };
    map[1] = (struct e820entry){ 0x100000, 0xc0000000ull - 0x100000, E820_RAM };
    map[2] = (struct e820entry){ 0xe0000000ull, 0x20000000ull, E820_RESERVED };
    return 3;
}

int xc_reserved_device_memory_map(xc_interface *xch, uint32_t flags, uint16_t segment, uint8_t bus, uint8_t devfn,
                                  struct xen_reserved_device_memory *entries, uint32_t *max)
{
    (void)xch; (void)flags; (void)segment; (void)bus; (void)devfn; (void)entries;
    *max = 0;
    return 0;
}

/* ---- What is asked about a domain */

int xc_sched_credit2_domain_get(xc_interface *xch, uint32_t id, struct xen_domctl_sched_credit2 *parameters)
{
    (void)xch; (void)id;
    *parameters = (struct xen_domctl_sched_credit2){ .weight = 256 };
    return 0;
}

int xc_vcpu_getaffinity(xc_interface *xch, uint32_t id, int vcpu, xc_cpumap_t hard, xc_cpumap_t soft, uint32_t flags)
{
    (void)xch; (void)id; (void)vcpu;
    if (flags & XEN_VCPUAFFINITY_HARD) memset(hard, 0xff, HOST_CPUS / 8);
    if (flags & XEN_VCPUAFFINITY_SOFT) memset(soft, 0xff, HOST_CPUS / 8);
    return 0;
}

int xc_vcpu_getinfo(xc_interface *xch, uint32_t id, uint32_t vcpu, xc_vcpuinfo_t *info)
{
    (void)xch; (void)id;
    *info = (xc_vcpuinfo_t){ .vcpu = vcpu, .online = 1, .cpu = vcpu % HOST_CPUS };
    return 0;
}

int xc_hvm_param_get(xc_interface *xch, uint32_t id, uint32_t parameter, uint64_t *value)
{
    (void)xch; (void)id; (void)parameter;
    *value = 0;
    return 0;
}

void *xc_map_foreign_range(xc_interface *xch, uint32_t id, int size, int protection, unsigned long mfn)
{
    (void)xch; (void)id; (void)mfn;
    return mmap(NULL, size, protection, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

xc_evtchn_port_or_error_t xc_evtchn_alloc_unbound(xc_interface *xch, uint32_t id, uint32_t to) { (void)xch; (void)id; (void)to; return 5; }

int xc_flask_context_to_sid(xc_interface *xch, char *text, uint32_t size, uint32_t *sid)
{
    (void)xch; (void)text; (void)size;
    *sid = 1;
    return 0;
}

xenevtchn_handle *xenevtchn_open(xentoollog_logger *logger, unsigned flags) { (void)logger; (void)flags; return (xenevtchn_handle *)&handle; }
int xenevtchn_close(xenevtchn_handle *h) { (void)h; return 0; }

int xenevtchn_fd(xenevtchn_handle *h)
{
    static int silent_pipe[2] = { -1, -1 };
    (void)h;
    return silent_pipe[0] < 0 && pipe2(silent_pipe, O_CLOEXEC) ? -1 : silent_pipe[0];
}

DEFINE_SUCCESS
WORKS(xc_assign_device) WORKS(xc_assign_dt_device) WORKS(xc_cpuid_apply_policy) WORKS(xc_cpupool_movedomain) WORKS(xc_deassign_device)
WORKS(xc_domain_destroy) WORKS(xc_domain_getvnuma) WORKS(xc_domain_iomem_permission) WORKS(xc_domain_ioport_permission)
WORKS(xc_domain_irq_permission) WORKS(xc_domain_memory_mapping) WORKS(xc_domain_node_getaffinity) WORKS(xc_domain_node_setaffinity)
WORKS(xc_domain_resume) WORKS(xc_domain_set_memmap_limit) WORKS(xc_domain_set_memory_map) WORKS(xc_domain_set_pod_target)
WORKS(xc_domain_set_target) WORKS(xc_domain_set_time_offset) WORKS(xc_domain_set_tsc_info) WORKS(xc_domain_setmaxmem)
WORKS(xc_domain_setvnuma) WORKS(xc_domain_shutdown) WORKS(xc_domain_unpause) WORKS(xc_flask_relabel_domain)
WORKS(xc_flask_sid_to_context) WORKS(xc_hvm_param_set) WORKS(xc_pcitopoinfo) WORKS(xc_physdev_map_pirq) WORKS(xc_physdev_unmap_pirq)
WORKS(xc_psr_cmt_enabled) WORKS(xc_psr_get_hw_info) WORKS(xc_sched_credit2_domain_set) WORKS(xc_set_paging_mempool_size)
WORKS(xc_sharing_freed_pages) WORKS(xc_sharing_used_frames) WORKS(xc_test_assign_device) WORKS(xc_vcpu_setaffinity)

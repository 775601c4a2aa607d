/* Runs before the main function of xl. */
#include "judge.h"

__attribute__((constructor)) static void set_up(void)
{
    const char *config = getenv("CREATE_CONFIG"), *scratch = getenv("CREATE_SCRATCH");
    if (!config || !scratch || !getenv("CREATE_VERDICT")) abort();
    start_verdict();
    start_files(config, scratch);
    set_text("/local/domain/0/name", "Domain-0");
    set_text("/local/domain/0/domid", "0");
    set_text("/local/pool/0/name", "Pool-0");
    set_text("/libxl/0/type", "pv");
    add_host_devices(read_config());
}

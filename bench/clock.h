/* The clock of the peers that are written in C. */
#include <time.h>

/* Milliseconds since some moment. */
static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

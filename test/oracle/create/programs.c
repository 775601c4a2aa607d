/* Programs that libxl starts: none of them really runs. */
#include "judge.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <unistd.h>

static const char *const script_actions[] = {
    "add", "remove", "online", "offline", "connect", "disconnect", "setup", "teardown", NULL,
};

pid_t fork(void)
{
    pid_t pid = REAL(fork)();
    if (pid == 0) prctl(PR_SET_PDEATHSIG, SIGKILL);
    return pid;
}

/* A boot loader hands over a kernel and a command line. */
static void answer_as_boot_loader(const char *output)
{
    static const char answer[] = "kernel /judge/kernel\0args root=/dev/xvda1";
    int fd = open(output, O_WRONLY | O_TRUNC);
    _exit(REAL_WRITE(fd, answer, sizeof(answer)) == sizeof(answer) ? 0 : 1);
}

int execvp(const char *file, char *const arguments[])
{
    static const char output[] = "--output=";
    (void)file;
    for (char *const *each = arguments; *each; each++)
        if (begins_with(*each, output)) answer_as_boot_loader(*each + strlen(output));
    if (arguments[0] && arguments[1] && is_in(arguments[1], script_actions)) _exit(0);
    /* What is left is a device model, which runs until the one who started it is gone. */
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    sleep(20);
    _exit(1);
}

int execl(const char *file, const char *argument, ...)
{
    (void)file; (void)argument;
    _exit(0);
}

int kill(pid_t pid, int number) { return pid > 1 ? REAL(kill)(pid, number) : 0; }
int setresuid(uid_t real, uid_t effective, uid_t saved) { (void)real; (void)effective; (void)saved; return 0; }
int unshare(int flags) { (void)flags; return 0; }

/*
 * The verdict: one line with the outcome, the last milestone, and what libxl said, between tabs.
 *
 *   parsed     xl ended before it asked libxl for a domain
 *   refused    libxl refused the domain
 *   crashed    libxl aborted or crashed
 *   stuck      nothing happened for some seconds, which is a fault of the judge
 *   created    the domain is there, paused; libxl may have reported that something is missing in it
 */
#include "judge.h"
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include <libxl.h>
#include <xentoollog.h>

#define SECONDS_TO_WAIT 8

static const char *milestone = "start";
static const char *verdict_file;
static pid_t main_process;
static int is_said;
static char said[4000];

int is_main_process(void)
{
    return getpid() == main_process;
}

void reach(const char *next)
{
    milestone = next;
}

static int is_parsed(void)
{
    return strcmp(milestone, "start") != 0;
}

static void say(const char *outcome)
{
    if (is_said || !is_main_process()) return;
    is_said = 1;
    char line[sizeof(said) + 100];
    int length = snprintf(line, sizeof(line), "%s\t%s\t%s\n", outcome, milestone, said);
    int fd = REAL_OPEN(verdict_file, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (fd < 0 || REAL_WRITE(fd, line, length) != length) _exit(125);
    REAL_CLOSE(fd);
}

void end_if_refused(void)
{
    /* The same calls occur while a domain is made, so only those behind the start of creation count. */
    if (!is_main_process() || !is_parsed()) return;
    say("refused");
    _exit(3);
}

static void flatten(char *text)
{
    for (; *text; text++) if (*text == '\n' || *text == '\r' || *text == '\t') *text = ' ';
}

static void note_error(const char *text)
{
    size_t used = strlen(said);
    snprintf(said + used, sizeof(said) - used, "%s%s", used ? " | " : "", text);
}

void xtl_log(xentoollog_logger *logger, xentoollog_level level, int error, const char *context, const char *format, ...)
{
    (void)logger; (void)error; (void)context;
    char text[800];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    if (level < XTL_ERROR) return;
    flatten(text);
    /* One queue of events serves all handles of xenstore, so libxl sees events that are meant for another handle. */
    if (strstr(text, "failed to parse token")) return;
    note_error(text);
    if (strstr(text, "unable to add ") && strstr(text, " devices")) end_if_refused();
}

void xtl_progress(xentoollog_logger *logger, const char *context, const char *doing, unsigned long done, unsigned long total)
{
    (void)logger; (void)context; (void)doing; (void)done; (void)total;
}

/* What `xl list -l` prints of the domain, where somebody asks for it: libxl's own answer about the domain that runs now. */
static void list_domain(libxl_ctx *ctx, uint32_t domid)
{
    const char *file = getenv("CREATE_LISTED");
    libxl_domain_config config;
    if (!file) return;
    libxl_domain_config_init(&config);
    if (libxl_retrieve_domain_configuration(ctx, domid, &config, NULL)) return;
    char *json = libxl_domain_config_to_json(ctx, &config), *text = NULL;
    int length = asprintf(&text, "[ { \"domid\": %u, \"config\": %s } ]\n", domid, json);
    int fd = REAL_OPEN(file, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (length < 0 || fd < 0 || REAL_WRITE(fd, text, length) != length) _exit(125);
    REAL_CLOSE(fd);
}

/* The real creation, between two marks. */
int libxl_domain_create_new(libxl_ctx *ctx, libxl_domain_config *config, uint32_t *domid, const libxl_asyncop_how *how,
                            const libxl_asyncprogress_how *console_how)
{
    reach("parse");
    int error = REAL(libxl_domain_create_new)(ctx, config, domid, how, console_how);
    say(error ? "refused" : "created");
    if (!error) list_domain(ctx, *domid);
    _exit(error ? 3 : 0);
}

static void on_exit_of_xl(int status, void *unused)
{
    (void)status; (void)unused;
    say("parsed");
}

static void on_signal(int number)
{
    say(!is_parsed() ? "parsed" : number == SIGALRM ? "stuck" : "crashed");
    _exit(number == SIGALRM ? 124 : 134);
}

void start_verdict(void)
{
    /* A stack of its own, because a crash may come from an overflow of the other. */
    static char stack[65536];
    static const int signals[] = { SIGSEGV, SIGABRT, SIGFPE, SIGALRM };
    main_process = getpid();
    verdict_file = getenv("CREATE_VERDICT");
    on_exit(on_exit_of_xl, NULL);
    sigaltstack(&(stack_t){ .ss_sp = stack, .ss_size = sizeof(stack) }, NULL);
    for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
        sigaction(signals[i], &(struct sigaction){ .sa_handler = on_signal, .sa_flags = SA_ONSTACK }, NULL);
    alarm(SECONDS_TO_WAIT);
}

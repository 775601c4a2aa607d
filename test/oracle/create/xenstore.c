/* The calls of xenstore's library: nodes in memory, and watches whose events wait in a queue behind a pipe. */
#include "judge.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>
#include <xenstore.h>

struct watch { char *path, *token; struct watch *next; };
static struct watch *watches;
struct event { char *path, *token; struct event *next; };
static struct event *first_event, *last_event;
/* Holds a byte for every event, so that whoever polls wakes up. */
static int event_pipe[2] = { -1, -1 };
static int handle;

static int event_fd(void)
{
    if (event_pipe[0] < 0 && pipe2(event_pipe, O_CLOEXEC | O_NONBLOCK)) abort();
    return event_pipe[0];
}

static void put_event(const char *path, const char *token)
{
    struct event *event = calloc(1, sizeof(*event));
    event->path = strdup(path);
    event->token = strdup(token);
    if (last_event) last_event->next = event; else first_event = event;
    last_event = event;
    event_fd();
    if (REAL_WRITE(event_pipe[1], "x", 1) != 1) abort();
}

void fire_watches(const char *path, int is_removed)
{
    for (struct watch *watch = watches; watch; watch = watch->next) {
        if (is_below(path, watch->path)) put_event(path, watch->token);
        else if (is_removed && is_below(watch->path, path)) put_event(watch->path, watch->token);
    }
}

static const char *absolute(const char *path, char *buffer)
{
    if (path[0] == '/' || path[0] == '@') return path;
    snprintf(buffer, PATH_MAX, "/local/domain/0/%s", path);
    return buffer;
}

struct xs_handle *xs_open(unsigned long flags) { (void)flags; return (struct xs_handle *)&handle; }
struct xs_handle *xs_daemon_open(void) { return xs_open(0); }
void xs_close(struct xs_handle *h) { (void)h; }
void xs_daemon_close(struct xs_handle *h) { (void)h; }
void xs_daemon_destroy_postfork(struct xs_handle *h) { (void)h; }
int xs_fileno(struct xs_handle *h) { (void)h; return event_fd(); }
bool xs_path_is_subpath(const char *parent, const char *child) { return is_below(child, parent); }

/* Transactions always succeed: nobody else is there. */
xs_transaction_t xs_transaction_start(struct xs_handle *h) { (void)h; return 1; }
bool xs_transaction_end(struct xs_handle *h, xs_transaction_t t, bool is_aborted) { (void)h; (void)t; (void)is_aborted; return true; }

bool xs_set_permissions(struct xs_handle *h, xs_transaction_t t, const char *path, struct xs_permissions *permissions, unsigned count)
{
    (void)h; (void)t; (void)path; (void)permissions; (void)count;
    return true;
}

bool xs_introduce_domain(struct xs_handle *h, unsigned domain, unsigned long mfn, unsigned port)
{
    (void)h; (void)domain; (void)mfn; (void)port;
    reach("introduced");
    return true;
}

bool xs_set_target(struct xs_handle *h, unsigned domain, unsigned target) { (void)h; (void)domain; (void)target; return true; }
bool xs_resume_domain(struct xs_handle *h, unsigned domain) { (void)h; (void)domain; return true; }
bool xs_release_domain(struct xs_handle *h, unsigned domain) { (void)h; (void)domain; return true; }
int xs_suspend_evtchn_port(int domain) { (void)domain; return -1; }

char *xs_get_domain_path(struct xs_handle *h, unsigned domain)
{
    char path[40];
    (void)h;
    snprintf(path, sizeof(path), "/local/domain/%u", domain);
    return strdup(path);
}

void *xs_read(struct xs_handle *h, xs_transaction_t t, const char *path, unsigned int *length)
{
    char buffer[PATH_MAX];
    (void)h; (void)t;
    const struct node *node = find_node(absolute(path, buffer));
    if (!node) {
        errno = ENOENT;
        return NULL;
    }
    if (length) *length = node->length;
    char *copy = malloc(node->length + 1);
    memcpy(copy, node->value, node->length + 1);
    react_to_read(node);
    return copy;
}

char **xs_directory(struct xs_handle *h, xs_transaction_t t, const char *path, unsigned int *count)
{
    char buffer[PATH_MAX];
    (void)h; (void)t;
    path = absolute(path, buffer);
    if (find_node(path)) return list_children(path, count);
    errno = ENOENT;
    return NULL;
}

bool xs_write(struct xs_handle *h, xs_transaction_t t, const char *path, const void *data, unsigned int length)
{
    char buffer[PATH_MAX];
    (void)h; (void)t;
    path = absolute(path, buffer);
    set_node(path, data, length);
    react_to_write(path);
    fire_watches(path, 0);
    return true;
}

bool xs_mkdir(struct xs_handle *h, xs_transaction_t t, const char *path)
{
    char buffer[PATH_MAX];
    (void)h; (void)t;
    path = absolute(path, buffer);
    if (find_node(path)) return true;
    set_text(path, "");
    fire_watches(path, 0);
    return true;
}

bool xs_rm(struct xs_handle *h, xs_transaction_t t, const char *path)
{
    char buffer[PATH_MAX];
    (void)h; (void)t;
    path = absolute(path, buffer);
    int any = remove_nodes(path);
    if (any) fire_watches(path, 1);
    else errno = ENOENT;
    return any;
}

bool xs_watch(struct xs_handle *h, const char *path, const char *token)
{
    struct watch *watch = calloc(1, sizeof(*watch));
    (void)h;
    *watch = (struct watch){ strdup(path), strdup(token), watches };
    watches = watch;
    react_to_watch(path);
    put_event(path, token);
    return true;
}

bool xs_unwatch(struct xs_handle *h, const char *path, const char *token)
{
    (void)h;
    for (struct watch **link = &watches; *link; link = &(*link)->next) {
        struct watch *watch = *link;
        if (strcmp(watch->path, path) || strcmp(watch->token, token)) continue;
        *link = watch->next;
        break;
    }
    return true;
}

char **xs_check_watch(struct xs_handle *h)
{
    struct event *event = first_event;
    char byte;
    (void)h;
    if (!event) {
        errno = EAGAIN;
        return NULL;
    }
    first_event = event->next;
    if (!first_event) last_event = NULL;
    if (REAL_READ(event_pipe[0], &byte, 1) != 1) abort();
    size_t path_size = strlen(event->path) + 1, token_size = strlen(event->token) + 1;
    char **answer = malloc(2 * sizeof(char *) + path_size + token_size);
    answer[XS_WATCH_PATH] = memcpy((char *)(answer + 2), event->path, path_size);
    answer[XS_WATCH_TOKEN] = memcpy((char *)(answer + 2) + path_size, event->token, token_size);
    return answer;
}

char **xs_read_watch(struct xs_handle *h, unsigned int *count) { *count = 2; return xs_check_watch(h); }

/*
 * What other programs write to xenstore: backends, hotplug scripts, the device models and the console daemon. They answer
 * within the very call that they answer to, so that libxl never waits.
 */
#include "judge.h"
#include <stdio.h>

/* The states of a device (xen/io/xenbus.h). */
#define INITIALISING "1"
#define INIT_WAIT "2"
#define CONNECTED "4"
#define CLOSING "5"
#define CLOSED "6"
#define RECONFIGURING "7"

static void beside(const char *path, const char *name, char *buffer)
{
    snprintf(buffer, PATH_MAX, "%.*s/%s", (int)(strrchr(path, '/') - path), path, name);
}

/* The usual block scripts tell which device they made. It is written early, because the script is another process. */
static void write_as_block_script(const char *state)
{
    char path[PATH_MAX];
    if (!strstr(state, "/backend/vbd/")) return;
    beside(state, "script", path);
    if (!find_node(path)) return;
    beside(state, "physical-device-path", path);
    set_text(path, "/dev/made-by-script");
}

/* Backends of dom0 itself connect at once; but its disks wait for their script first. */
static const char *state_of_new_backend(const char *path)
{
    char kind[40];
    int frontend = -1;
    if (sscanf(strstr(path, "/backend/"), "/backend/%39[^/]/%d/", kind, &frontend) != 2) return INIT_WAIT;
    return !strcmp(kind, "pci") || (frontend == 0 && strcmp(kind, "vbd")) ? CONNECTED : INIT_WAIT;
}

static void write_as_backend(const char *path)
{
    if (!strstr(path, "/backend/") || !ends_with(path, "/state")) return;
    if (has_text(path, INITIALISING)) {
        write_as_block_script(path);
        set_text(path, state_of_new_backend(path));
    }
    if (has_text(path, CLOSING)) set_text(path, CLOSED);
    if (has_text(path, RECONFIGURING) && strstr(path, "/backend/pci/")) set_text(path, CONNECTED);
}

/* qemu-xen-traditional takes its commands from xenstore. */
static void write_as_traditional(const char *path)
{
    char other[PATH_MAX];
    if (!strstr(path, "/device-model/") || !ends_with(path, "/command") || !has_text(path, "pci-ins")) return;
    beside(path, "parameter", other);
    set_text(other, "0x20");
    beside(path, "state", other);
    set_text(other, "pci-inserted");
    fire_watches(other, 0);
}

void react_to_write(const char *path)
{
    write_as_backend(path);
    write_as_traditional(path);
}

void react_to_read(const struct node *node)
{
    /* A disk of dom0 is waited for twice: to be ready for its script, then to be connected. */
    int is_ready = strstr(node->path, "/backend/vbd/0/") && ends_with(node->path, "/state") && !strcmp(node->value, INIT_WAIT);
    if (is_ready) set_text(node->path, CONNECTED);
}

static int is_device_model_state(const char *path)
{
    return strstr(path, "/device-model/") && (ends_with(path, "/state") || ends_with(path, "-state"));
}

void react_to_watch(const char *path)
{
    char state[PATH_MAX];
    if (is_device_model_state(path) && !find_node(path)) {
        set_text(path, "running");
        reach("device-model");
    }
    if (ends_with(path, "/qmp-proxy-state")) set_text(path, "running");
    if (ends_with(path, "/tty") && (!find_node(path) || has_text(path, ""))) set_text(path, "/dev/pts/0");
    /* A driver domain removes what it closed. */
    snprintf(state, sizeof(state), "%s/state", path);
    int is_foreign = strstr(path, "/backend/") && !begins_with(path, "/local/domain/0/");
    if (is_foreign && has_text(state, CLOSED) && remove_nodes(path)) fire_watches(path, 1);
}

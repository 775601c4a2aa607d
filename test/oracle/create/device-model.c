/*
 * The control socket of the device model (QMP): connecting gives one end of a pair of sockets, and what libxl writes to it
 * is answered at once through the other.
 */
#include "judge.h"
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#define SOCKETS 1024
#define PCI_DEVICES 64
/* A bus has 32 slots, of which the first ones belong to the machine itself. */
#define FIRST_SLOT 5
#define FREE_SLOTS 26

struct connection { int far_end; char text[8192]; };
static struct connection *connections[SOCKETS];
static char pci_names[PCI_DEVICES][80];
static int pci_count;

int is_device_model_socket(int fd)
{
    return fd >= 0 && fd < SOCKETS && connections[fd];
}

static void answer(const struct connection *connection, const char *text)
{
    if (REAL_WRITE(connection->far_end, text, strlen(text)) < 0) abort();
}

/* Copies the value that follows a key; the value is empty where there is no such key. */
static void read_value(const char *line, const char *key, char *value, size_t size)
{
    char quoted[64];
    snprintf(quoted, sizeof(quoted), "\"%s\"", key);
    const char *at = line ? strstr(line, quoted) : NULL;
    size_t length = 0;
    if (at) {
        at += strlen(quoted);
        at += strspn(at, ": \"");
        length = strcspn(at, "\",}");
        if (length >= size) length = size - 1;
        memcpy(value, at, length);
    }
    value[length] = 0;
}

/* The number of a command. Devices have an `id` too, which is a text. */
static int read_id(const char *line)
{
    int id = 0;
    for (const char *at = line; (at = strstr(at, "\"id\":")); at++) {
        const char *value = at + strlen("\"id\":");
        value += strspn(value, " ");
        if (isdigit((unsigned char)*value)) id = atoi(value);
    }
    return id;
}

static void list_pci_devices(char *result)
{
    char *end = result + sprintf(result, "[{\"bus\":0,\"devices\":[");
    for (int i = 0; i < pci_count; i++)
        end += sprintf(end, "%s{\"bus\":0,\"slot\":%d,\"function\":0,\"qdev_id\":\"%s\"}", i ? "," : "",
                       FIRST_SLOT + i % FREE_SLOTS, pci_names[i]);
    strcpy(end, "]}]");
}

static void obey(const struct connection *connection, const char *line)
{
    char command[80], result[15000] = "{}", text[16384];
    read_value(line, "execute", command, sizeof(command));
    if (!strcmp(command, "query-status")) strcpy(result, "{\"status\":\"prelaunch\",\"running\":false}");
    if (!strcmp(command, "query-chardev")) strcpy(result, "[]");
    if (!strcmp(command, "query-vnc")) strcpy(result, "{\"enabled\":true,\"host\":\"127.0.0.1\",\"service\":\"5900\"}");
    if (!strcmp(command, "query-pci")) list_pci_devices(result);
    if (!strcmp(command, "device_add") && pci_count < PCI_DEVICES)
        read_value(strstr(line, "\"arguments\""), "id", pci_names[pci_count++], sizeof(pci_names[0]));
    snprintf(text, sizeof(text), "{\"return\":%s,\"id\":%d}\r\n", result, read_id(line));
    answer(connection, text);
}

void tell_device_model(int fd, const char *data, size_t size)
{
    struct connection *connection = connections[fd];
    char *text = connection->text, *end;
    size_t length = strlen(text);
    if (length + size >= sizeof(connection->text)) abort();
    memcpy(text + length, data, size);
    text[length + size] = 0;
    while ((end = strchr(text, '\n'))) {
        *end = 0;
        obey(connection, text);
        memmove(text, end + 1, strlen(end + 1) + 1);
    }
}

int connect(int fd, const struct sockaddr *address, socklen_t length)
{
    int pair[2];
    (void)length;
    if (address->sa_family != AF_UNIX || fd < 0 || fd >= SOCKETS) {
        errno = ECONNREFUSED;
        return -1;
    }
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, pair)) return -1;
    int flags = fcntl(fd, F_GETFL), descriptor_flags = fcntl(fd, F_GETFD);
    dup2(pair[0], fd);
    REAL_CLOSE(pair[0]);
    fcntl(fd, F_SETFL, flags);
    fcntl(fd, F_SETFD, descriptor_flags);
    connections[fd] = calloc(1, sizeof(struct connection));
    connections[fd]->far_end = pair[1];
    answer(connections[fd], "{\"QMP\":{\"version\":{\"qemu\":{\"micro\":0,\"minor\":2,\"major\":7},\"package\":\"\"},"
                            "\"capabilities\":[\"oob\"]}}\r\n");
    return 0;
}

int bind(int fd, const struct sockaddr *address, socklen_t length) { (void)fd; (void)address; (void)length; return 0; }
int listen(int fd, int backlog) { (void)fd; (void)backlog; return 0; }

ssize_t write(int fd, const void *data, size_t size)
{
    if (!is_device_model_socket(fd)) return REAL_WRITE(fd, data, size);
    tell_device_model(fd, data, size);
    return size;
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags)
{
    ssize_t sum = 0;
    if (!is_device_model_socket(fd)) return REAL(sendmsg)(fd, message, flags);
    for (size_t i = 0; i < message->msg_iovlen; i++) {
        tell_device_model(fd, message->msg_iov[i].iov_base, message->msg_iov[i].iov_len);
        sum += message->msg_iov[i].iov_len;
    }
    return sum;
}

int close(int fd)
{
    if (is_device_model_socket(fd)) {
        REAL_CLOSE(connections[fd]->far_end);
        free(connections[fd]);
        connections[fd] = NULL;
    }
    return REAL_CLOSE(fd);
}

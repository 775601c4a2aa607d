/*
 * What the parts of the create judge share. The judge is a preload library: it lets the real, unmodified xl run the
 * whole of `xl create -p` where there is no Xen, and writes down what became of the domain. Everything outside of the
 * config succeeds, so that what libxl still refuses, it refuses because of the config.
 */
#ifndef CREATE_JUDGE_H
#define CREATE_JUDGE_H

#define _GNU_SOURCE
#define __XEN_TOOLS__ 1
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The function that this library stands in front of. */
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* The same for what libxl calls in signal handlers, where the lock that dlsym takes may be held already. */
#define REAL_READ(fd, data, size) syscall(SYS_read, fd, data, size)
#define REAL_WRITE(fd, data, size) syscall(SYS_write, fd, data, size)
#define REAL_CLOSE(fd) syscall(SYS_close, fd)
#define REAL_OPEN(path, flags, mode) syscall(SYS_openat, AT_FDCWD, path, flags, mode)

/* Calls whose arguments do not matter. They need no prototype: all of them are one function that returns 0. */
#define WORKS(name) __asm__(".globl " #name "\n.type " #name ", @function\n.set " #name ", create_judge_success\n");
#define DEFINE_SUCCESS __attribute__((used)) static int create_judge_success(void) { return 0; }

/* texts.c */
int begins_with(const char *text, const char *beginning);
int ends_with(const char *text, const char *ending);
int is_in(const char *text, const char *const *list);

/* verdict.c: how far libxl came, and what is written down in the end. */
void start_verdict(void);
void reach(const char *milestone);
int is_main_process(void);
/* Ends the process if libxl refuses: what follows is only cleaning up, which can wait long for devices that nobody serves. */
void end_if_refused(void);

/* files.c: a scratch folder holds what libxl and the judge write. */
void start_files(const char *config, const char *folder);
void put_file(const char *path, const char *content);
void put_folder(const char *path);
void put_link(const char *path, const char *target);
char *read_config(void);

/* device-model.c: the far end of the device model's control socket. */
int is_device_model_socket(int fd);
void tell_device_model(int fd, const char *data, size_t size);

/* nodes.c: the contents of xenstore. */
struct node { char *path, *value; unsigned length; };
struct node *find_node(const char *path);
void set_node(const char *path, const void *value, unsigned length);
void set_text(const char *path, const char *text);
int has_text(const char *path, const char *text);
int remove_nodes(const char *path);
int is_below(const char *path, const char *parent);
char **list_children(const char *path, unsigned *count);

/* xenstore.c */
void fire_watches(const char *path, int is_removed);

/* other-programs.c: what others write to xenstore when libxl writes, reads or watches there. */
void react_to_write(const char *path);
void react_to_read(const struct node *node);
void react_to_watch(const char *path);

/* hypervisor.c */
void add_backend_domain(const char *name);

/* host-devices.c */
void add_host_devices(const char *config);

#endif

/*
 * Files: nothing of this machine is looked at or touched. What a config names exists, as a block device for stat and as a
 * few KiB of text for reading; folders that libxl works in are moved below a scratch folder.
 */
#include "judge.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <pwd.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define ANY_FILE "/any-file"
#define XL_CONF "/etc/xen/xl.conf"

static const char *config_path, *scratch;

static const char *const moved_places[] = {
    "/var/lib/xen/userdata-", "/var/lib/xen/bootloader.", "/var/lib/xen/qemu-", "/var/run/xen", "/run/xen", "/var/log/xen",
    "/var/lock/xl", "/sys/", "/judge/", ANY_FILE, XL_CONF, NULL,
};
static const char *const real_places[] = {
    "/dev/null", "/dev/urandom", "/dev/ptmx", "/dev/pts/", "/proc/", "/etc/localtime", "/usr/share/zoneinfo", NULL,
};

static int is_in_place(const char *path, const char *const *places)
{
    for (; *places; places++) if (begins_with(path, *places)) return 1;
    return 0;
}

static int is_scratch(const char *path)
{
    return scratch && begins_with(path, scratch);
}

static const char *below_scratch(const char *path, char *buffer)
{
    snprintf(buffer, PATH_MAX, "%s%s", scratch, path);
    return buffer;
}

/* Where a path of libxl's own leads to; NULL for all others. */
static const char *moved(const char *path, char *buffer)
{
    if (is_scratch(path)) return path;
    return scratch && is_in_place(path, moved_places) ? below_scratch(path, buffer) : NULL;
}

/* What opening a path gives. */
static const char *opened(const char *path, int is_writing, char *buffer)
{
    const char *other = moved(path, buffer);
    if (other) return other;
    if (!scratch || !strcmp(path, config_path) || is_in_place(path, real_places)) return path;
    return is_writing ? "/dev/null" : below_scratch(ANY_FILE, buffer);
}

int open(const char *path, int flags, ...)
{
    char buffer[PATH_MAX];
    mode_t mode = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list arguments;
        va_start(arguments, flags);
        mode = va_arg(arguments, int);
        va_end(arguments);
    }
    return REAL_OPEN(opened(path, (flags & O_ACCMODE) != O_RDONLY, buffer), flags, mode);
}

FILE *fopen(const char *path, const char *mode)
{
    char buffer[PATH_MAX];
    return REAL(fopen)(opened(path, mode[0] != 'r', buffer), mode);
}

int access(const char *path, int mode)
{
    char buffer[PATH_MAX];
    return begins_with(path, "/sys/") ? REAL(access)(moved(path, buffer), mode) : 0;
}

/* Whatever a config names is a block device, which suits the most disk backends. Only the empty path is nowhere. */
static int look_at(const char *path, struct stat *result)
{
    char buffer[PATH_MAX];
    if (!path || !path[0]) {
        errno = path ? ENOENT : EFAULT;
        return -1;
    }
    const char *other = moved(path, buffer);
    if (other) return REAL(lstat)(other, result);
    memset(result, 0, sizeof(*result));
    result->st_mode = S_IFBLK | 0660;
    result->st_rdev = 0xca00;
    return 0;
}

int stat(const char *path, struct stat *result) { return look_at(path, result); }
int lstat(const char *path, struct stat *result) { return look_at(path, result); }

/* Changes reach the scratch folder, and are dropped elsewhere. */
int unlink(const char *path)
{
    char buffer[PATH_MAX];
    const char *other = moved(path, buffer);
    return other ? REAL(unlink)(other) : 0;
}

int rmdir(const char *path)
{
    char buffer[PATH_MAX];
    const char *other = moved(path, buffer);
    return other ? REAL(rmdir)(other) : 0;
}

int mkdir(const char *path, mode_t mode)
{
    char buffer[PATH_MAX];
    const char *other = moved(path, buffer);
    return other ? REAL(mkdir)(other, mode) : 0;
}

int rename(const char *from, const char *to)
{
    char from_buffer[PATH_MAX], to_buffer[PATH_MAX];
    const char *old = moved(from, from_buffer), *new = moved(to, to_buffer);
    return old && new ? REAL(rename)(old, new) : 0;
}

DIR *opendir(const char *path)
{
    char buffer[PATH_MAX];
    const char *other = moved(path, buffer);
    if (!other) errno = ENOENT;
    return other ? REAL(opendir)(other) : NULL;
}

char *realpath(const char *path, char *result)
{
    char buffer[PATH_MAX];
    const char *other = moved(path, buffer);
    return REAL(realpath)(other ? other : path, result);
}

ssize_t readlink(const char *path, char *result, size_t size)
{
    char buffer[PATH_MAX];
    const char *other = moved(path, buffer);
    return REAL(readlink)(other ? other : path, result, size);
}

int glob(const char *pattern, int flags, int (*on_error)(const char *, int), glob_t *result)
{
    char buffer[PATH_MAX];
    const char *other = moved(pattern, buffer);
    return REAL(glob)(other ? other : pattern, flags, on_error, result);
}

/* Every user exists; only root is root. */
int getpwnam_r(const char *name, struct passwd *user, char *buffer, size_t size, struct passwd **result)
{
    (void)buffer; (void)size;
    uid_t id = strcmp(name, "root") ? 60000 : 0;
    *user = (struct passwd){ "xen-qemuuser-range-base", "x", id, id, "", "/", "/bin/false" };
    *result = user;
    return 0;
}

int getpwuid_r(uid_t uid, struct passwd *user, char *buffer, size_t size, struct passwd **result)
{
    (void)uid; (void)user; (void)buffer; (void)size;
    *result = NULL;
    return 0;
}

void put_folder(const char *name)
{
    char path[PATH_MAX];
    below_scratch(name, path);
    for (char *slash = path + strlen(scratch); (slash = strchr(slash, '/')); slash++) {
        *slash = 0;
        REAL(mkdir)(path, 0755);
        *slash = '/';
    }
    REAL(mkdir)(path, 0755);
}

void put_file(const char *name, const char *content)
{
    char path[PATH_MAX], folder[PATH_MAX];
    snprintf(folder, sizeof(folder), "%.*s", (int)(strrchr(name, '/') - name), name);
    put_folder(folder);
    FILE *file = REAL(fopen)(below_scratch(name, path), "w");
    if (!file) abort();
    fputs(content, file);
    fclose(file);
}

void put_link(const char *name, const char *target)
{
    char path[PATH_MAX];
    if (symlink(target, below_scratch(name, path)) && errno != EEXIST) abort();
}

char *read_config(void)
{
    static char text[1 << 20];
    FILE *file = REAL(fopen)(config_path, "r");
    if (!file) return text;
    text[fread(text, 1, sizeof(text) - 1, file)] = 0;
    fclose(file);
    return text;
}

void start_files(const char *config, const char *folder)
{
    static const char *const folders[] = { "/var/lib/xen", "/var/run/xen", "/run/xen", "/var/log/xen", NULL };
    static char content[4096];
    config_path = config;
    scratch = folder;
    memset(content, 'x', sizeof(content) - 1);
    put_file(ANY_FILE, content);
    put_file("/judge/kernel", content);
    put_file(XL_CONF, "autoballoon=\"off\"\n");
    for (const char *const *each = folders; *each; each++) put_folder(*each);
}

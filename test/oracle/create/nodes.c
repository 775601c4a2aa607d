/* The contents of xenstore: nodes by their paths. A domain has some hundred, so that a table of lists is quick enough. */
#include "judge.h"
#include <errno.h>
#include <stdio.h>

#define BUCKETS 4096

struct entry { struct node node; struct entry *next_in_bucket, *next; };
static struct entry *buckets[BUCKETS];
/* In the order in which they were made. */
static struct entry *first, *last;

static unsigned hash_of(const char *path)
{
    unsigned hash = 2166136261u;
    while (*path) hash = (hash ^ (unsigned char)*path++) * 16777619u;
    return hash % BUCKETS;
}

/* Removed nodes stay in the lists, without a value. */
static int is_there(const struct entry *entry)
{
    return entry->node.value != NULL;
}

static struct entry *find_entry(const char *path)
{
    struct entry *entry = buckets[hash_of(path)];
    while (entry && strcmp(entry->node.path, path)) entry = entry->next_in_bucket;
    return entry;
}

static struct entry *make_entry(const char *path)
{
    struct entry *entry = calloc(1, sizeof(*entry)), **bucket = &buckets[hash_of(path)];
    entry->node.path = strdup(path);
    entry->next_in_bucket = *bucket;
    *bucket = entry;
    if (last) last->next = entry; else first = entry;
    last = entry;
    return entry;
}

struct node *find_node(const char *path)
{
    struct entry *entry = find_entry(path);
    return entry && is_there(entry) ? &entry->node : NULL;
}

static void set_parents(const char *path)
{
    char parent[PATH_MAX];
    snprintf(parent, sizeof(parent), "%s", path);
    char *slash = strrchr(parent, '/');
    if (!slash || slash == parent) return;
    *slash = 0;
    if (!find_node(parent)) set_text(parent, "");
}

void set_node(const char *path, const void *value, unsigned length)
{
    struct entry *entry = find_entry(path);
    if (!entry) entry = make_entry(path);
    char *copy = malloc(length + 1);
    memcpy(copy, value, length);
    copy[length] = 0;
    free(entry->node.value);
    entry->node.value = copy;
    entry->node.length = length;
    set_parents(path);
}

void set_text(const char *path, const char *text)
{
    set_node(path, text, strlen(text));
}

int has_text(const char *path, const char *text)
{
    const struct node *node = find_node(path);
    return node && !strcmp(node->value, text);
}

int is_below(const char *path, const char *parent)
{
    size_t length = strlen(parent);
    while (length && parent[length - 1] == '/') length--;
    return !strncmp(path, parent, length) && (path[length] == 0 || path[length] == '/');
}

int remove_nodes(const char *path)
{
    int any = 0;
    for (struct entry *entry = first; entry; entry = entry->next) {
        if (!is_there(entry) || !is_below(entry->node.path, path)) continue;
        free(entry->node.value);
        entry->node.value = NULL;
        any = 1;
    }
    return any;
}

/* The last part of the path of a child; NULL for what is none. */
static const char *child_name(const struct entry *entry, const char *parent)
{
    size_t length = strlen(parent);
    const char *path = entry->node.path;
    int is_child = is_there(entry) && !strncmp(path, parent, length) && path[length] == '/' && !strchr(path + length + 1, '/');
    return is_child ? path + length + 1 : NULL;
}

/* One block of memory with the pointers and the names, as xenstore's own library gives. */
char **list_children(const char *path, unsigned *count)
{
    size_t bytes = 0;
    *count = 0;
    for (struct entry *entry = first; entry; entry = entry->next) {
        const char *name = child_name(entry, path);
        if (!name) continue;
        (*count)++;
        bytes += strlen(name) + 1;
    }
    char **names = malloc((*count + 1) * sizeof(char *) + bytes), **next = names;
    char *text = (char *)(names + *count + 1);
    for (struct entry *entry = first; entry; entry = entry->next) {
        const char *name = child_name(entry, path);
        if (!name) continue;
        *next++ = text;
        text = stpcpy(text, name) + 1;
    }
    *next = NULL;
    return names;
}

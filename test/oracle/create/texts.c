/* Questions about texts. */
#include "judge.h"

int begins_with(const char *text, const char *beginning)
{
    return !strncmp(text, beginning, strlen(beginning));
}

int ends_with(const char *text, const char *ending)
{
    size_t length = strlen(text), ending_length = strlen(ending);
    return length >= ending_length && !strcmp(text + length - ending_length, ending);
}

int is_in(const char *text, const char *const *list)
{
    for (; *list; list++) if (!strcmp(text, *list)) return 1;
    return 0;
}

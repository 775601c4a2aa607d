/*
 * Test oracle: answers how Xen's own libxlutil reads a configuration text.
 *
 * Standard input is a sequence of cases, each a decimal byte count, a newline
 * and that many bytes. For every case one line of JSON goes to standard output:
 *   {"status":0,"settings":[{"name":…,"op":"=","line":1,"value":…}, …]}
 *   {"status":1,"report":"what libxlutil printed"}
 *   {"status":134}                          the library aborted
 * A value is a string (an atom) or an array (a list); bytes outside printable
 * ASCII are written as \u00XX, one escape a byte.
 *
 * Each case runs in a child process, because some inputs make the library abort.
 * The public headers keep the parsed settings opaque, so the layout that the
 * 4.17 library uses is declared here, for reading only.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <libxlutil.h>

struct value_list { int capacity; int count; struct value **items; };
struct location { int first_line, first_column, last_line, last_column; };
struct value {
    enum XLU_ConfigValueType type;
    union { char *text; struct value_list list; } as;
    struct location where;
};
struct setting { struct setting *older; char *name; struct value *value; int operation; int line; };
struct config { struct setting *newest; FILE *report; char *source; };

static void put_text(FILE *out, const char *text)
{
    fputc('"', out);
    for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
        if (*p < 0x20 || *p > 0x7e || *p == '"' || *p == '\\')
            fprintf(out, "\\u%04x", *p);
        else
            fputc(*p, out);
    }
    fputc('"', out);
}

static void put_value(FILE *out, const struct value *value)
{
    if (value->type == XLU_STRING) {
        put_text(out, value->as.text);
        return;
    }
    fputc('[', out);
    for (int i = 0; i < value->as.list.count; i++) {
        if (i) fputc(',', out);
        put_value(out, value->as.list.items[i]);
    }
    fputc(']', out);
}

static void put_settings(FILE *out, const struct setting *setting, int *count)
{
    if (!setting) return;
    put_settings(out, setting->older, count);
    fputs((*count)++ ? ",{\"name\":" : "{\"name\":", out);
    put_text(out, setting->name);
    fprintf(out, ",\"op\":\"%s\",\"line\":%d,\"value\":", setting->operation ? "+=" : "=", setting->line);
    put_value(out, setting->value);
    fputc('}', out);
}

static void answer(const char *text, int length)
{
    char *report_text = NULL;
    size_t report_size = 0;
    FILE *report = open_memstream(&report_text, &report_size);
    XLU_Config *parsed = xlu_cfg_init(report, "case");
    int error = xlu_cfg_readdata(parsed, text, length);

    fclose(report);
    if (error) {
        fputs("{\"status\":1,\"report\":", stdout);
        put_text(stdout, report_text);
        fputs("}\n", stdout);
    } else {
        int count = 0;
        fputs("{\"status\":0,\"settings\":[", stdout);
        put_settings(stdout, ((struct config *)parsed)->newest, &count);
        fputs("]}\n", stdout);
    }
    fflush(stdout);
}

int main(void)
{
    long length;

    while (scanf("%ld", &length) == 1 && getchar() == '\n') {
        char *text = malloc(length + 1);
        if (!text || fread(text, 1, length, stdin) != (size_t)length) return 1;
        fflush(stdout);
        pid_t child = fork();
        if (child == 0) {
            if (!freopen("/dev/null", "w", stderr)) _exit(2);
            answer(text, (int)length);
            _exit(0);
        }
        int status;
        if (child < 0 || waitpid(child, &status, 0) < 0) return 1;
        if (WIFSIGNALED(status)) {
            printf("{\"status\":%d}\n", 128 + WTERMSIG(status));
            fflush(stdout);
        }
        free(text);
    }
    return 0;
}

#include "config.h"

#include "explain.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/fail.h"
#include "cli.h"
#include "text/near.h"
#include "text/roff.h"

static const char *const severities[] = {
	[SEVERITY_ERROR] = "error",
	[SEVERITY_WARNING] = "warning",
};

static void put_example(const char *example)
{
	struct buf line = BUF_INIT;

	while (*example) {
		size_t len = strcspn(example, "\n");

		buf_clear(&line);
		buf_add(&line, example, len);
		fputs("    ", stdout);
		put(line.bytes);
		putchar('\n');
		example += len + (example[len] == '\n');
	}
	buf_release(&line);
}

static void put_type(const struct diag_type *type)
{
	printf("%s[%s]: %s\n%s\n", severities[type->severity], type->code, type->rule,
	       type->reason);
	if (type->example) {
		puts("\nFor example:");
		put_example(type->example);
	}
}

__attribute__((noreturn)) static void die_code(const char *code)
{
	struct near near = { .word = code };

	for (int i = 0; i < DIAG_COUNT; i++)
		near_try(&near, diag_types[i].code);
	if (near.best)
		die_usage("unknown diagnostic \"%s\"; did you mean \"%s\"?", code,
			  near.best);
	die_usage("unknown diagnostic \"%s\"; daftar check --explain lists them", code);
}

int explain(char *const *codes, int count)
{
	for (int i = 0; i < count; i++)
		if (!diag_type_find(codes[i]))
			die_code(codes[i]);
	for (int i = 0; i < count; i++) {
		fputs(i ? "\n" : "", stdout);
		put_type(diag_type_find(codes[i]));
	}
	for (int i = 0; !count && i < DIAG_COUNT; i++)
		printf("%-7s %-22s %s\n", severities[diag_types[i].severity],
		       diag_types[i].code, diag_types[i].rule);
	return EXIT_OK;
}

void explain_print_man(void)
{
	for (int i = 0; i < DIAG_COUNT; i++) {
		const struct diag_type *type = &diag_types[i];

		fputs(".TP\n.BR ", stdout);
		roff_put(stdout, type->code);
		printf(" \" (%s)\"\n", severities[type->severity]);
		roff_put(stdout, type->rule);
		fputs(".\n", stdout);
		roff_put(stdout, type->reason);
		putchar('\n');
	}
}

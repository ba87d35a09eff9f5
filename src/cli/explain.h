/** @file  The table of diagnostics, for `check --explain` and for the manual. */
#ifndef DAFTAR_CLI_EXPLAIN_H
#define DAFTAR_CLI_EXPLAIN_H

/** Print the rule, reason and example of every code; without codes, list all rules. */
int explain(char *const *codes, int count);

/** Print the table as roff. */
void explain_print_man(void);

#endif

/**
 * @file
 * The browser: a dossier on a terminal.
 *
 * The ui holds no file and changes no dossier; whoever calls it has loaded both
 * and releases them after.  It knows the terminal through src/ui/term.c alone, and
 * ui_dump() does all that ui_run() does without one.
 */
#ifndef DAFTAR_UI_UI_H
#define DAFTAR_UI_UI_H

#include <stdbool.h>
#include <stdio.h>

#include "base/diag.h"
#include "model/dossier.h"
#include "model/texts.h"

/** What is browsed.  All of it must outlive the browser. */
struct ui_dossier {
	const struct dossier *dossier;
	const struct texts *texts; /* how passages are found; or NULL */
	const struct diags *diags; /* what is wrong with it; or NULL */
};

/** Start options; zero-initialise for defaults. */
struct ui_options {
	const char *query;     /* filters that are on at the start, or NULL */
	const char *start;     /* the id of the record to show first, or NULL */
	enum date_style dates; /* how they are written */
	bool ascii;	       /* draw ASCII only, whatever the locale says */
	bool mono;	       /* no colours, whatever the terminal can */
};

enum ui_end {
	UI_DONE,	/* the user quit */
	UI_NO_TERMINAL, /* there is none, or none that can move its cursor: print a list
			 */
	UI_HANGUP	/* the terminal went away */
};

/**
 * Browse until the user quits.  The locale must have been set.  The terminal is
 * restored on every way out, signals and fail() included.
 */
enum ui_end ui_run(const struct ui_dossier *browsed, const struct ui_options *options);

/** Keys to play without a terminal, and the screen to play them on. */
struct ui_script {
	const char *keys; /* names with blanks between them; a quoted string is typed */
	int rows, cols;
	bool roles; /* print also what each cell is for, one letter a cell */
};

/**
 * Play a script ("j j Enter \"year:2005\" Enter"), then print the screen.
 *
 * @return false, with nothing played, when there is no key of some name.
 */
bool ui_dump(const struct ui_dossier *browsed, const struct ui_options *options,
	     const struct ui_script *script, FILE *out);

/** Which curses this is, as "ncurses 6.4.20221231". */
const char *ui_curses_version(void);

/** Print every command and its keys as the body of a manual's section. */
void ui_print_keys(FILE *out);

#endif

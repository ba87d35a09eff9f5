/**
 * @file
 * Writing JSON (RFC 8259): valid for any parser, safe on a terminal.
 *
 * A writer keeps track of commas, indentation and brackets, so that no caller can
 * write what does not parse.  Strings are written as json_string() has them.  What is
 * written on one line stays on one line, whatever is nested in it.
 */
#ifndef DAFTAR_DOC_JSON_H
#define DAFTAR_DOC_JSON_H

#include <stdbool.h>
#include <stdio.h>

enum { JSON_DEPTH = 15 }; /* objects and arrays that may be nested */

/** A writer.  Initialise with the stream: `struct json json = { .out = stdout }`. */
struct json {
	FILE *out;
	int depth;
	int line_depth; /* the depth from which all is on one line, + 1; 0: none */
	char closers[JSON_DEPTH + 1]; /* of the open brackets */
	bool has_members;	      /* the innermost one has a member */
};

/**
 * Begin an object with '{' or an array with '[', each member on a line of its own.
 * `key` is NULL within an array and at the top.
 */
void json_begin(struct json *json, const char *key, char bracket);

/** As json_begin(), with all members on one line. */
void json_begin_line(struct json *json, const char *key, char bracket);

/** End the innermost object or array.  After the outermost one comes a line break. */
void json_end(struct json *json);

/** Write a member that is a string; nothing for NULL. */
void json_text(struct json *json, const char *key, const char *text);

/** Write a member that is a string, or null for NULL. */
void json_text_or_null(struct json *json, const char *key, const char *text);

void json_bool(struct json *json, const char *key, bool is_true);

void json_int(struct json *json, const char *key, long long number);

/** Write a member that is JSON already: "null", a number. */
void json_literal(struct json *json, const char *key, const char *literal);

/**
 * Write a quoted JSON string; NULL is null.  Hostile code points (text/clean.h) are
 * escaped; invalid UTF-8 becomes U+FFFD.
 */
void json_string(FILE *out, const char *str);

#endif

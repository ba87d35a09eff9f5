/**
 * @file
 * YAML as a stream of tokens: libyaml's events with anchors and aliases
 * resolved, and with limits.
 *
 * Harmful input is rejected here, for all readers: nesting, expansion, sizes,
 * control characters, tags.  After a fatal error the stream returns TOKEN_END
 * forever.
 */
#ifndef DAFTAR_LOAD_STREAM_H
#define DAFTAR_LOAD_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <yaml.h>

#include "base/buf.h"
#include "base/map.h"
#include "hidden.h"

/** The limits, as the manual documents them. */
enum {
	LIMIT_DEPTH = 64,	     /* nested lists and maps */
	LIMIT_EXPANDED = 100 * 1000, /* values that the aliases of a file repeat */
	LIMIT_EXPANDED_BYTES = 16 * 1024 * 1024, /* bytes of their texts */
	LIMIT_ANCHORED = 400 * 1000, /* values of a file that have an anchor */
	LIMIT_RECORDS =
		40 * 1024 * 1024,   /* bytes of a file's records, without texts ... */
	LIMIT_GROWTH = 3,	    /* ... or this for each byte read, if that is more */
	LIMIT_SCALAR = 1024 * 1024, /* bytes of a text */
	LIMIT_FILE = 1024 * 1024 * 1024, /* bytes of a file */
	LIMIT_FILES = 10 * 1000,	 /* files of a dossier */
	LIMIT_DIRECTORIES = 32,		 /* nested directories */
	LIMIT_ERRORS = 200		 /* errors reported of a file, and warnings */
};

/** A position and a width in the file, counted as in struct src_pos. */
struct spot {
	unsigned line, column, width;
};

enum token_type {
	TOKEN_END, /* of the file, or of its valid part */
	TOKEN_BAD, /* an invalid value, already reported */
	TOKEN_SCALAR,
	TOKEN_LIST,
	TOKEN_LIST_END,
	TOKEN_MAP,
	TOKEN_MAP_END
};

struct token {
	enum token_type type;
	struct spot at;
	const char *text; /* of a scalar; valid until the next token unless kept */
	size_t len;
	bool is_plain;	     /* a scalar without quotes */
	bool is_block;	     /* a scalar after | or > */
	bool is_kept;	     /* the text lives as long as the file */
	const char *trimmed; /* of a kept text: without blanks at its end */
};

struct source_file;

/** The tokens of a node with an anchor, as indexes into the log. */
struct yaml_anchor {
	size_t first, end; /* end 0: unfinished */
	int depth;	   /* nesting depth of the node */
};

struct stream {
	struct source_file *file;
	yaml_parser_t parser;
	yaml_event_t event;
	bool has_event, has_parser, is_over;
	int fd, read_error; /* errno */
	struct hidden hidden;
	size_t read;
	int depth;
	struct buf log;	    /* struct token: all nodes with an anchor */
	struct buf anchors; /* struct yaml_anchor */
	struct map names;   /* of anchors, to 1 + their index */
	int open[LIMIT_DEPTH + 2], open_count; /* anchors of unfinished nodes */
	size_t replay, replay_end;	       /* the part of the log being replayed */
	size_t expanded, expanded_bytes;
	struct spot alias; /* of the alias being expanded */
};

/** Open the file, or its text in memory.  False, reported, when it cannot be opened. */
bool stream_open(struct stream *stream, struct source_file *file);

/** Open a regular file for reading; -1, with the reason in `*why`, on failure. */
int stream_open_file(const char *path, const char **why);

struct token stream_next(struct stream *stream);

void stream_close(struct stream *stream);

/** End the stream early. */
void stream_stop(struct stream *stream);

/** End it with file-unreadable or file-large. */
void stream_stop_unreadable(struct stream *stream, const char *why);
void stream_stop_large(struct stream *stream);

/** Start an anchor: the next node has it. */
void alias_open(struct stream *stream, const char *name, size_t len);

/** Record a token for the open anchors. */
void alias_log(struct stream *stream, struct token *token);

/** Replay the tokens of an anchor; false, reported, when that is impossible. */
bool alias_replay(struct stream *stream, const char *name, struct spot at);

#endif

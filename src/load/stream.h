/**
 * @file
 * YAML as a stream of tokens: libyaml's events with anchors and aliases
 * resolved, and with an end to everything.
 *
 * What would do harm is refused here, for all readers: nesting, expansion,
 * sizes, control characters, tags.  After an error that leaves no way on, the
 * stream gives TOKEN_END for ever.
 */
#ifndef DAFTAR_LOAD_STREAM_H
#define DAFTAR_LOAD_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <yaml.h>

#include "base/buf.h"
#include "base/map.h"

/** The bounds of what is read; the manual states them. */
enum {
	LIMIT_DEPTH = 64,		/* lists and maps within one another */
	LIMIT_EXPANDED = 100 * 1000,	/* tokens that the aliases of a file stand for */
	LIMIT_SCALAR = 1024 * 1024,	/* bytes of a text */
	LIMIT_FILE = 256 * 1024 * 1024, /* bytes of a file */
	LIMIT_FILES = 10 * 1000,	/* files of a dossier */
	LIMIT_DIRECTORIES = 32,		/* directories within one another */
	LIMIT_ERRORS = 200		/* errors told of a file */
};

/** Where something is written.  Counted as struct src_pos does. */
struct spot {
	unsigned line, column, width;
};

enum token_type {
	TOKEN_END, /* of the file; also where it broke off */
	TOKEN_BAD, /* a value that has been complained about */
	TOKEN_SCALAR,
	TOKEN_LIST,
	TOKEN_LIST_END,
	TOKEN_MAP,
	TOKEN_MAP_END
};

struct token {
	enum token_type type;
	struct spot at;
	const char *text; /* of a scalar: until the next token, or kept */
	size_t len;
	bool is_plain; /* a scalar without quotes */
	bool is_block; /* a scalar after | or > */
	bool is_kept;  /* the text lives as long as the file */
};

struct source_file;

/** A node with an anchor: its tokens in the log. */
struct anchor {
	size_t first, end; /* end 0: the node has not ended */
	int depth;	   /* where the node stands */
};

struct stream {
	struct source_file *file;
	yaml_parser_t parser;
	yaml_event_t event;
	bool has_event, has_parser, is_over;
	int fd;
	size_t read;
	int depth;
	struct buf log;	    /* struct token: of all nodes with an anchor */
	struct buf anchors; /* struct anchor */
	struct map names;   /* of anchors, to their index + 1 */
	int open[LIMIT_DEPTH + 2], open_count; /* anchors whose nodes have not ended */
	size_t replay, replay_end;	       /* what of the log is being given again */
	size_t expanded;
	struct spot alias; /* where the alias stands that is being expanded */
};

/** Begin to read file->name, or file->text.  False when it can't be opened. */
bool stream_open(struct stream *stream, struct source_file *file);

/** Open a regular file for reading; else -1, and why not. */
int stream_open_file(const char *path, const char **why);

struct token stream_next(struct stream *stream);

void stream_close(struct stream *stream);

/** Note that the node that begins next has this anchor. */
void alias_open(struct stream *stream, const char *name, size_t len);

/** Note a token, for the anchors that are open. */
void alias_log(struct stream *stream, struct token *token);

/** Begin to give the tokens of an anchor again; false when that can't be. */
bool alias_replay(struct stream *stream, const char *name, struct spot at);

#endif

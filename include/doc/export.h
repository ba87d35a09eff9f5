/**
 * @file
 * Exports: a dossier, or the events that match a query, in the formats of other
 * programs.
 *
 * One table (exporters) names the formats; each is one function that walks the field
 * tables or builds a document.  An export streams to its file and needs little memory
 * beyond the dossier.  Its bytes depend only on the dossier, the selection and the
 * options.  What a format cannot hold is counted as a loss, for the caller to report.
 */
#ifndef DAFTAR_DOC_EXPORT_H
#define DAFTAR_DOC_EXPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"
#include "model/dossier.h"
#include "model/field.h"
#include "model/texts.h"

/** Something that a format cannot hold: "12 dates widened to days". */
struct export_loss {
	const char *one, *many; /* "date widened to days", "dates widened to days" */
	int count;
};

enum { EXPORT_LOSSES = 8 }; /* kinds of loss that an export may have */

struct export_options {
	const struct texts *texts; /* how passages are found; NULL: unchecked */
	enum kind kind;		   /* csv: the records to write; KIND_NONE: events */
	struct ref thread;	   /* markdown: write its page; none: the events */
	bool is_pandoc;		   /* markdown: cite as [@id], for pandoc --citeproc */
	bool is_postgresql;	   /* sql: for PostgreSQL, else SQLite */
};

/** What is exported.  Initialise with export_init(). */
struct export
{
	const struct dossier *dossier;
	struct arena *arena; /* owns the selection */
	struct export_options options;
	FILE *out;
	bool *has[KIND_COUNT]; /* of each record, is it part of the export? */
	struct refs events;    /* the selected ones, in the order of the dossier */
	struct export_loss losses[EXPORT_LOSSES];
	int loss_count;
};

/** A format. */
struct exporter {
	const char *name;
	const char *help; /* "whole records, for scripts" */
	void (*write)(struct export *);
};

enum { EXPORTER_COUNT = 8 };
extern const struct exporter exporters[EXPORTER_COUNT];

/** The format with this name, or NULL. */
const struct exporter *exporter_find(const char *name);

/**
 * Select what to export: for NULL the whole dossier; else these events, in the order of
 * the dossier, and all that is needed to read them: every record that they refer to,
 * directly or not, the relations among those, and the threads that pass through
 * them.  The steps of a thread that are not selected count as a loss.
 */
void export_init(struct export *export, struct arena *arena,
		 const struct dossier *dossier, const struct refs *events);

/** Is the record part of the export?  Points are, with their events. */
bool export_has(const struct export *export, struct ref ref);

/** Is the element of a list of this shape part of the export?  The step of a thread is
 * only with the record that it stops at; everything else is. */
bool export_has_element(const struct export *export, const struct shape *shape,
			const void *element);

/** Count `count` more losses of a kind; the words are static. */
void export_lose(struct export *export, const char *one, const char *many, int count);

#endif

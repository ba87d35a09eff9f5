/**
 * @file
 * A record on paper: wrapped text under labels, with numbered passages.
 *
 * Text is collected in `text` and written, made safe, by sheet_put() and the
 * like, which empty it.  A passage gets its number when it is first cited.
 */
#ifndef DAFTAR_CLI_SHEET_H
#define DAFTAR_CLI_SHEET_H

#include "base/buf.h"
#include "model/dossier.h"
#include "model/texts.h"

struct sheet {
	const struct dossier *dossier;
	const struct texts *texts; /* NULL: passages are shown without their state */
	enum date_style dates;	   /* set it to change it */
	int width;		   /* cells of a line */
	struct buf text;
	int *numbers;	 /* of each passage by index, from 1; 0: not cited yet */
	uint32_t *cited; /* passages by number - 1 */
	int cited_count;
	struct arena arena; /* owns the two arrays */
};

void sheet_init(struct sheet *sheet, const struct dossier *dossier,
		const struct texts *texts);
void sheet_release(struct sheet *sheet);

/** An empty line and a heading. */
void sheet_heading(struct sheet *sheet, const char *heading);

/** The text as a paragraph whose lines begin `indent` cells in. */
void sheet_put(struct sheet *sheet, int indent);

/** The text beside a label. */
void sheet_label(struct sheet *sheet, const char *label);

/** A text of the dossier beside a label; nothing for NULL. */
void sheet_field(struct sheet *sheet, const char *label, const char *value);

/** Append a record as "Title (id)". */
void sheet_add_ref(struct sheet *sheet, struct ref ref);

/** Append a date in words, what it rests on, and its passages. */
void sheet_add_when(struct sheet *sheet, const struct when *when);

/** Append " [1] [2]". */
void sheet_cite(struct sheet *sheet, const struct refs *passages);

/** The cited passages in full, under their numbers. */
void sheet_passages(struct sheet *sheet);

#endif

#include "config.h"

#include "load/texts.h"

#include <errno.h>
#include <fcntl.h>
#include <sha2.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lines.h"
#include "passage.h"
#include "stream.h"
#include "text/excerpt.h"
#include "text_file.h"

enum { SHARE_MAX = 40 /* maximum percentage of quoted words */ };

/* A quoted range of a source, in code points. */
struct quoted {
	uint32_t source;
	long start, end;
};

static const struct {
	enum diag_id id;
	const char *help;
} faults[] = {
	[TEXT_MISSING] = { DIAG_TEXT_MISSING, "its passages cannot be checked" },
	[TEXT_OUTSIDE] = { DIAG_TEXT_OUTSIDE,
			   "write the name of a file in the directory of texts" },
	[TEXT_UNREADABLE] = { DIAG_TEXT_UNREADABLE, "convert it to UTF-8" },
};

static void make_ready(struct source_text *source, struct arena *arena)
{
	source->prepared = quote_text(arena, source->bytes, source->len);
	source->words = quote_words(source->prepared);
}

/* Texts being read and checked.  References may name the same text. */
struct reading {
	int directory;
	const struct dossier *dossier;
	struct texts *texts;
	struct diags *diags;
	struct map names;     /* of texts, to 1 + the first reference that has it */
	const char **digests; /* of the text of each reference, when needed */
};

static const char *digest_of(const struct reading *reading, uint64_t first)
{
	const struct source_text *source = &reading->texts->sources[first];
	char hex[SHA256_DIGEST_STRING_LENGTH];

	if (!reading->digests[first]) {
		SHA256Data((const uint8_t *)source->bytes, source->len, hex);
		reading->digests[first] = arena_strdup(reading->names.arena, hex);
	}
	return reading->digests[first];
}

static void check_digest(const struct reading *reading, int index, uint64_t first)
{
	const struct reference *reference = &reading->dossier->references[index];

	if (!reference->sha256 || !strcmp(digest_of(reading, first), reference->sha256))
		return;
	diag_add(reading->diags, DIAG_TEXT_DIGEST, reference->record.at,
		 "\"%s\" is not the captured copy: the checksum differs",
		 excerpt(reading->diags->arena, reference->text));
	diag_help(reading->diags, "if this copy is right, write sha256: %s",
		  digest_of(reading, first));
}

static void read_text(const struct reading *reading, int index)
{
	const struct reference *reference = &reading->dossier->references[index];
	struct source_text *source = &reading->texts->sources[index];
	struct text_file file = { .arena = &reading->texts->arena };

	if (!text_file_read(&file, reading->directory, reference->text)) {
		diag_add(reading->diags, faults[file.fault].id, reference->record.at,
			 "cannot read the text \"%s\": %s",
			 excerpt(reading->diags->arena, reference->text), file.why);
		diag_help(reading->diags, "%s", faults[file.fault].help);
		return;
	}
	source->bytes = file.bytes;
	source->len = file.len;
	make_ready(source, &reading->texts->arena);
}

static void read_source(struct reading *reading, int index)
{
	const char *name = reading->dossier->references[index].text;

	if (!name)
		return;
	uint64_t *first = map_put(&reading->names, name, strlen(name), NULL);

	if (*first)
		reading->texts->sources[index] = reading->texts->sources[*first - 1];
	else
		read_text(reading, index);
	*first = *first ? *first : (uint64_t)index + 1;
	if (reading->texts->sources[index].bytes)
		check_digest(reading, index, *first - 1);
}

static int compare_quoted(const void *left, const void *right)
{
	const struct quoted *a = left, *b = right;

	if (a->source != b->source)
		return a->source < b->source ? -1 : 1;
	return (a->start > b->start) - (a->start < b->start);
}

/* A reference within another shares its text. */
static void share_texts(const struct dossier *dossier, struct texts *texts)
{
	for (uint32_t i = 0; i < (uint32_t)dossier->counts[KIND_REFERENCE]; i++) {
		struct ref self = { KIND_REFERENCE, i },
			   whole = dossier_text_of(dossier, self);
		struct source_text *source = &texts->sources[i];

		if (ref_is_none(whole) || ref_equal(whole, self))
			continue;
		*source = texts->sources[whole.index];
		source->words = 0;
		source->is_part = true;
	}
}

/* Count the quoted words; overlapping passages count once. */
static void count_quoted(const struct dossier *dossier, struct texts *texts)
{
	int passages = dossier->counts[KIND_PASSAGE], count = 0;
	struct quoted *quoted =
		arena_array(&texts->arena, (size_t)passages + 1, sizeof *quoted);

	for (int i = 0; i < passages; i++) {
		const struct quote_result *found = &texts->passages[i];

		if (!found->count)
			continue;
		struct ref whole = dossier_text_of(dossier, dossier->passages[i].source);

		quoted[count++] =
			(struct quoted){ whole.index, found->start, found->end };
	}
	qsort(quoted, (size_t)count, sizeof *quoted, compare_quoted);
	long end = 0;

	for (int i = 0; i < count; i++) {
		struct source_text *source = &texts->sources[quoted[i].source];
		long start = quoted[i].start;

		if (!i || quoted[i].source != quoted[i - 1].source)
			end = 0;
		if (start < end)
			start = end;
		if (start >= quoted[i].end)
			continue;
		end = quoted[i].end;
		source->quoted_words += quote_words_between(source->prepared, start, end);
	}
}

static void check_share(const struct reference *reference,
			const struct source_text *source, struct diags *diags)
{
	if (source->quoted_words * 100LL <= source->words * (long long)SHARE_MAX)
		return;
	diag_add(diags, DIAG_QUOTED_SHARE, reference->record.at,
		 "%lld %% of the words of \"%s\" are quoted",
		 source->quoted_words * 100LL / source->words, reference->record.id);
	diag_help(
		diags,
		"quote at most %d %%; shorten passages to the words that prove the claim",
		SHARE_MAX);
}

/* Read every source and find every passage in it. */
static void check_all(struct reading *reading)
{
	const struct dossier *dossier = reading->dossier;
	struct texts *texts = reading->texts;
	int sources = dossier->counts[KIND_REFERENCE];

	for (int i = 0; i < sources; i++)
		read_source(reading, i);
	share_texts(dossier, texts);
	for (int i = 0; i < dossier->counts[KIND_PASSAGE]; i++) {
		const struct passage *passage = &dossier->passages[i];

		if (passage->source.kind == KIND_REFERENCE &&
		    texts->sources[passage->source.index].prepared)
			texts->passages[i] = passage_check(
				passage, texts->sources[passage->source.index].prepared,
				&texts->arena, reading->diags);
	}
	count_quoted(dossier, texts);
	for (int i = 0; i < sources; i++)
		check_share(&dossier->references[i], &texts->sources[i], reading->diags);
}

bool texts_load(const char *directory, const struct dossier *dossier, struct texts *texts,
		struct diags *diags)
{
	size_t passages = (size_t)dossier->counts[KIND_PASSAGE];
	struct diags found = { .arena = diags->arena, .most = LIMIT_ERRORS };

	*texts = (struct texts){ 0 };
	texts->sources =
		arena_array(&texts->arena, (size_t)dossier->counts[KIND_REFERENCE] + 1,
			    sizeof *texts->sources);
	texts->passages =
		arena_array(&texts->arena, passages + 1, sizeof *texts->passages);
	for (size_t i = 0; i < passages; i++)
		texts->passages[i].start = texts->passages[i].end = -1;
	if (!directory)
		return true;
	int file = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (file < 0)
		return diag_add(
			diags, DIAG_TEXT_UNREADABLE,
			(struct src_pos){ .file = arena_strdup(diags->arena, directory) },
			"cannot read the directory of texts: %s", strerror(errno));
	struct arena scratch = { 0 };
	struct reading reading = { .directory = file,
				   .dossier = dossier,
				   .texts = texts,
				   .diags = &found,
				   .names.arena = &scratch };

	reading.digests = arena_array(&scratch, (size_t)dossier->counts[KIND_REFERENCE],
				      sizeof *reading.digests);
	check_all(&reading);
	arena_clear(&scratch);
	close(file);
	diags_sort(&found);
	lines_fill(&found, NULL);
	bool is_good = !found.error_count;

	diags_join(diags, &found);
	return is_good;
}

bool texts_read(const char *path, struct arena *arena, struct source_text *text,
		const char **why)
{
	struct text_file file = { .arena = arena };

	*text = (struct source_text){ 0 };
	if (!text_file_open(&file, path)) {
		*why = file.why;
		return false;
	}
	text->bytes = file.bytes;
	text->len = file.len;
	make_ready(text, arena);
	return true;
}

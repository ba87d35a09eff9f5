#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load/load.h"
#include "query/query.h"

/* Any text is a query or a fault; a query prints what reads back the same. */
#define MUST(condition)                                                                  \
	do {                                                                             \
		if (!(condition)) {                                                      \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);  \
			abort();                                                         \
		}                                                                        \
	} while (0)

static void check_query(const struct query *query, struct query_index *index)
{
	struct query_view view = { query, index, { .kind = KIND_EVENT } };
	struct query again = { 0 };
	struct query_view after = { &again, index, { .kind = KIND_EVENT } };
	struct buf first = BUF_INIT, second = BUF_INIT;
	int possible, same_possible, count;

	query_print(query, &first);
	MUST(query_add(&again, index, first.bytes, NULL));
	MUST(query_count(&again) == query_count(query));
	query_print(&again, &second);
	MUST(!strcmp(first.bytes, second.bytes));
	count = query_count_hits(&view, &possible);
	MUST(count == query_count_hits(&after, &same_possible));
	MUST(possible == same_possible);
	buf_release(&first);
	buf_release(&second);
	query_release(&again);
}

/* Whatever is offered at the cursor replaces bytes of the text before it. */
static void check_completion(struct query_index *index, const char *text, size_t cursor)
{
	struct query_view view = { NULL, index, { .kind = KIND_EVENT } };
	struct query_completion completion;
	struct arena arena = { 0 };

	query_complete(&view, &(struct query_prompt){ text, cursor }, &arena,
		       &completion);
	MUST(completion.at + completion.len == cursor);
	for (int i = 0; i < completion.count; i++)
		MUST(completion.candidates[i].text && completion.candidates[i].label);
	arena_clear(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dossier dossier = { 0 };
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };
	struct query query = { 0 };
	struct query_fault fault = { 0 };
	char path[512];

	snprintf(path, sizeof path, "%s/queries.yaml", getenv("DATA"));
	MUST(load_dossier(path, &dossier, &diags));
	struct query_index *index = query_index_new(&dossier, NULL);
	const char *text = arena_strndup(&arena, (const char *)data, size);
	size_t len = strlen(text);

	if (query_add(&query, index, text, &fault)) {
		check_query(&query, index);
	} else {
		MUST(*fault.message && fault.at <= len && fault.len <= len - fault.at);
		MUST(!query_count(&query));
	}
	check_completion(index, text, len);
	check_completion(index, text, len / 2);
	query_release(&query);
	query_index_free(index);
	dossier_release(&dossier);
	arena_clear(&arena);
	return 0;
}

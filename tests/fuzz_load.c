#include "config.h"

#include <stdint.h>
#include <stdlib.h>

#include "load/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_ref(const struct dossier *dossier, struct ref ref)
{
	if (ref.kind >= KIND_COUNT ||
	    (!ref_is_none(ref) && (int)ref.index >= dossier->counts[ref.kind]))
		abort();
}

static void check_backlinks(const struct dossier *dossier)
{
	for (uint32_t kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		for (int i = 0; i < dossier->counts[kind]; i++) {
			int count;
			const struct backlink *links = dossier_backlinks(
				dossier, (struct ref){ kind, (uint32_t)i }, &count);

			for (int j = 0; j < count; j++)
				check_ref(dossier, links[j].from);
		}
}

/* Any bytes load, successfully exactly when no error is reported. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = { 0 };
	struct diags diags = { .arena = &arena };
	struct dossier dossier = { 0 };
	bool is_good =
		load_text(&(struct load_source){ "fuzz.yaml", (const char *)data, size },
			  &dossier, &diags);

	if (is_good != (diags.error_count == 0))
		abort();
	for (const struct diag *diag = diags.first; diag; diag = diag->next)
		if (!diag->type->code || !diag->message || !diag->at.file)
			abort();
	for (int i = 0; i < dossier.counts[KIND_EVENT]; i++)
		check_ref(&dossier, dossier.events[i].place);
	for (int i = 0; i < dossier.counts[KIND_RELATION]; i++)
		check_ref(&dossier, dossier.relations[i].to);
	check_backlinks(&dossier);
	dossier_release(&dossier);
	arena_clear(&arena);
	return 0;
}

/** @file  References between records. */
#ifndef DAFTAR_MODEL_REF_H
#define DAFTAR_MODEL_REF_H

#include <stdbool.h>
#include <stdint.h>

/** The kinds of record that have an id (optional for a point). */
enum kind {
	KIND_NONE,
	KIND_ACTOR,
	KIND_PLACE,
	KIND_EVENT,
	KIND_POINT,
	KIND_RELATION,
	KIND_PASSAGE,
	KIND_REFERENCE,
	KIND_THREAD,
	KIND_RELATION_TYPE,
	KIND_COUNT
};

/**
 * A record: its kind and its index in the dossier's table of that kind.
 *
 * Ids are resolved once, while loading; afterwards records point to each other by
 * ref.  A zeroed ref is none.
 */
struct ref {
	uint32_t kind; /* an enum kind */
	uint32_t index;
};

/** A list of refs, owned by the dossier's arena. */
struct refs {
	const struct ref *at;
	int count;
};

static inline bool ref_is_none(struct ref ref)
{
	return ref.kind == KIND_NONE;
}

static inline bool ref_equal(struct ref a, struct ref b)
{
	return a.kind == b.kind && a.index == b.index;
}

#endif

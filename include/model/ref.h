/** @file  How one record points at another. */
#ifndef DAFTAR_MODEL_REF_H
#define DAFTAR_MODEL_REF_H

#include <stdbool.h>
#include <stdint.h>

/** The kinds of record that have an id (a point need not have one). */
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
	KIND_VIEW,
	KIND_RELATION_TYPE,
	KIND_COUNT
};

/**
 * A record, as its kind and its index in the dossier's table of that kind.
 *
 * Names are looked up once, while loading; afterwards everything points by
 * ref.  A zeroed ref points at nothing.
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

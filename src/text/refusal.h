/** @file  Why a similar wording is not a match for a quotation. */
#ifndef DAFTAR_TEXT_REFUSAL_H
#define DAFTAR_TEXT_REFUSAL_H

#include <stdbool.h>

#include "base/arena.h"

struct refusal {
	const char *exact, *found;
	int percent; /* similarity */
	bool before_differs, after_differs;
};

/** The strongest reason: a different number, a different name, a different context. */
const char *refusal_why(const struct refusal *refusal, struct arena *arena);

#endif

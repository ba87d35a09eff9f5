/** @file  Why a wording that is near a quotation is still not the quotation. */
#ifndef DAFTAR_TEXT_REFUSAL_H
#define DAFTAR_TEXT_REFUSAL_H

#include <stdbool.h>

#include "base/arena.h"

struct refusal {
	const char *exact, *found;
	int percent; /* alike */
	bool before_differs, after_differs;
};

/** The strongest reason first: another number, another name, other surroundings. */
const char *refusal_why(const struct refusal *refusal, struct arena *arena);

#endif

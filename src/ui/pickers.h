/** @file  The kinds of picker there are. */
#ifndef DAFTAR_UI_PICKERS_H
#define DAFTAR_UI_PICKERS_H

#include "picker.h"

extern const struct picker_kind picker_facets, /* the values of a query_field: `arg` */
	picker_threads, picker_chips, picker_palette, /* commands by name */
	picker_help;				      /* commands by key */

#endif

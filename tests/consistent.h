/**
 * @file
 * One truth on the screen: does every part of a settled browser speak of the same record?
 *
 * Knows nothing of Check, so that suites and the fuzz target share it.
 */
#ifndef DAFTAR_TESTS_CONSISTENT_H
#define DAFTAR_TESTS_CONSISTENT_H

#include "../src/ui/state.h"

/** What two parts of the state disagree about; NULL: they all agree. */
const char *ui_consistent(const struct ui *ui);

/** The same of what is drawn: breadcrumb, list, canvas.  NULL: it agrees. */
const char *screen_consistent(const struct ui *ui, const struct canvas *canvas);

#endif

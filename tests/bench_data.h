/**
 * @file
 * A dossier of any size, the same every time: what the benchmarks load.
 *
 * It looks like the work of a curator, about 450 bytes an event: persons with
 * offices, places within places, dates of every vagueness, points with
 * passages, relations, one thread.  It is without errors and warnings.
 */
#ifndef DAFTAR_TESTS_BENCH_DATA_H
#define DAFTAR_TESTS_BENCH_DATA_H

#include "base/buf.h"

/** Append what all events of a dossier of `event_count` rest on; at least 1,000. */
void data_head(struct buf *out, int event_count);

/** Append the events `first` up to but not `end`, and what hangs on them. */
void data_events(struct buf *out, int first, int end);

#endif

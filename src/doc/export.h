/** @file  The formats; each writes to export->out.  See doc/export.h. */
#ifndef DAFTAR_DOC_EXPORT_FORMATS_H
#define DAFTAR_DOC_EXPORT_FORMATS_H

#include "doc/export.h"
#include "doc/json.h"

void export_json(struct export *export);
void export_csv(struct export *export);
void export_markdown(struct export *export);
void export_csl(struct export *export);
/** Write the sources as an array of CSL-JSON items, under a key or NULL. */
void export_csl_items(struct export *export, struct json *json, const char *key);

/** Append text as HTML and XML have it, on one line and sanitised. */
void markup_add(struct buf *out, const char *text);

void export_dot(struct export *export);
void export_graphml(struct export *export);
void export_sql(struct export *export);
void export_timelinejs(struct export *export);

#endif

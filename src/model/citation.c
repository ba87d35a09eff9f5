#include "config.h"

#include "model/citation.h"

#include <inttypes.h>
#include <string.h>

/* From this number of authors, only the first is named. */
enum { AUTHORS_ET_AL = 3 };

static void add_name(const struct csl_name *name, struct buf *out)
{
	if (!name->family) {
		buf_str(out, name->literal ? name->literal
			     : name->given ? name->given
					   : "");
		return;
	}
	if (name->particle)
		buf_printf(out, "%s ", name->particle);
	buf_str(out, name->family);
}

/* "Freund", "Freund and Lu", "Freund et al."; false when there are no names. */
static bool add_names(const struct csl_names *names, struct buf *out)
{
	if (!names->count)
		return false;
	add_name(&names->at[0], out);
	if (names->count >= AUTHORS_ET_AL) {
		buf_str(out, " et al.");
	} else if (names->count == 2) {
		buf_str(out, " and ");
		add_name(&names->at[1], out);
	}
	return true;
}

static bool add_creators(const struct reference *reference, struct buf *out)
{
	return add_names(&reference->author, out) || add_names(&reference->editor, out);
}

/* "2022", "2018–2019", "2005–"; nothing without a date. */
static void add_years(const struct when *when, struct buf *out)
{
	const struct date_extent *extent = &when->extent;
	bool from = extent->is_given && extent->start_min != INT64_MIN;
	bool to = extent->is_given && extent->end_max != INT64_MAX;
	int64_t first = from ? year_of(extent->start_min) : 0;
	int64_t last = to ? year_of(extent->end_max) : 0;

	if (from)
		buf_printf(out, "%" PRId64, first);
	if (from != to || first != last)
		buf_str(out, "–");
	if (to && (!from || first != last))
		buf_printf(out, "%" PRId64, last);
}

static void add_date(const struct when *when, struct buf *out)
{
	struct arena arena = { 0 };
	const struct date *date =
		when->edtf ? date_parse(&arena, when->edtf, strlen(when->edtf), NULL)
			   : NULL;

	if (date)
		date_words(date, when->supplied ? DATE_BRACKETED : DATE_PLAIN, out);
	else
		buf_str(out, "n.d.");
	arena_clear(&arena);
}

void citation_short(const struct dossier *dossier, struct ref ref, struct buf *out)
{
	if (ref.kind != KIND_REFERENCE)
		return;
	const struct reference *reference = &dossier->references[ref.index];
	struct buf years = BUF_INIT;

	add_years(&reference->issued, &years);
	if (reference->title_short)
		buf_str(out, reference->title_short);
	else if (!add_creators(reference, out))
		buf_str(out, dossier_title(dossier, ref));
	/* Short titles often end in the year already. */
	if (!years.len)
		buf_str(out, reference->title_short ? "" : " n.d.");
	else if (!reference->title_short || !strstr(reference->title_short, years.bytes))
		buf_printf(out, reference->issued.supplied ? " [%s]" : " %s",
			   years.bytes);
	buf_release(&years);
}

void citation_full(const struct dossier *dossier, struct ref ref, const char *locator,
		   struct buf *out)
{
	if (ref.kind != KIND_REFERENCE)
		return;
	const struct reference *reference = &dossier->references[ref.index];
	const char *container = reference->container_title ? reference->container_title
							   : reference->publisher;

	if (add_creators(reference, out))
		buf_str(out, ", ");
	buf_printf(out, "“%s”, ", dossier_title(dossier, ref));
	if (container)
		buf_printf(out, "%s, ", container);
	add_date(&reference->issued, out);
	if (locator)
		buf_printf(out, ", %s", locator);
}

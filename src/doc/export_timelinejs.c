/* The events as slides of TimelineJS: the date in our words, the summary, and every
 * claim with the words that carry it. */
#include "config.h"

#include <string.h>

#include "base/buf.h"
#include "doc/json.h"
#include "export.h"
#include "export_dates.h"
#include "model/citation.h"
#include "model/when.h"

static void put_date(struct json *json, const char *key, const struct date_parts *day)
{
	json_begin_line(json, key, '{');
	json_int(json, "year", day->year);
	if (day->month)
		json_int(json, "month", day->month);
	if (day->day)
		json_int(json, "day", day->day);
	json_end(json);
}

static void add_quotation(const struct dossier *dossier, struct ref ref, struct buf *out)
{
	const struct passage *passage = &dossier->passages[ref.index];
	struct buf citation = BUF_INIT;

	citation_short(dossier, passage->source, &citation);
	buf_str(out, "<blockquote>“");
	markup_add(out, passage->exact);
	buf_str(out, "” (");
	markup_add(out, citation.bytes);
	if (passage->locator) {
		buf_str(out, ", ");
		markup_add(out, passage->locator);
	}
	buf_str(out, ")</blockquote>");
	buf_release(&citation);
}

static void add_claims(const struct dossier *dossier, const struct event *event,
		       struct buf *out)
{
	const struct point *points = dossier->points + event->points.first;

	for (int i = 0; i < event->points.count; i++) {
		buf_str(out, "<p>");
		markup_add(out, points[i].text);
		buf_str(out, "</p>");
		for (int j = 0; j < points[i].passages.count; j++)
			add_quotation(dossier, points[i].passages.at[j], out);
	}
}

static void put_text(struct json *json, const char *headline, const char *text)
{
	struct buf html = BUF_INIT;

	markup_add(&html, headline);
	json_begin(json, "text", '{');
	json_text(json, "headline", html.bytes);
	json_text(json, "text", text);
	json_end(json);
	buf_release(&html);
}

static void put_slide_text(struct json *json, const struct dossier *dossier,
			   const struct event *event)
{
	struct buf text = BUF_INIT;

	if (event->summary) {
		buf_str(&text, "<p>");
		markup_add(&text, event->summary);
		buf_str(&text, "</p>");
	}
	add_claims(dossier, event, &text);
	put_text(json, event->title, text.bytes);
	buf_release(&text);
}

static void put_event(struct export *export, struct json *json, const struct event *event)
{
	struct date_range range;
	struct buf words = BUF_INIT;

	if (!date_range(&event->date.extent, &range)) {
		export_lose(export, "event without a first and a last day left out",
			    "events without a first and a last day left out", 1);
		return;
	}
	export_lose(export, "date widened to days", "dates widened to days",
		    range.is_widened);
	when_words(&event->date, DATE_BRACKETED, &words);
	json_begin(json, NULL, '{');
	json_text(json, "unique_id", event->record.id);
	put_date(json, "start_date", &range.first);
	if (range.has_last)
		put_date(json, "end_date", &range.last);
	json_text(json, "display_date", words.bytes);
	put_slide_text(json, export->dossier, event);
	if (!ref_is_none(event->place))
		json_text(json, "group", dossier_title(export->dossier, event->place));
	json_end(json);
	buf_release(&words);
}

void export_timelinejs(struct export *export)
{
	const struct about *about = &export->dossier->about;
	struct json json = { .out = export->out };
	struct buf text = BUF_INIT;

	json_begin(&json, NULL, '{');
	json_begin(&json, "title", '{');
	if (about->description)
		markup_add(&text, about->description);
	put_text(&json, about->title ? about->title : "", text.bytes);
	json_end(&json);
	json_begin(&json, "events", '[');
	for (int i = 0; i < export->events.count; i++)
		put_event(export, &json,
			  &export->dossier->events[export->events.at[i].index]);
	json_end(&json);
	json_end(&json);
	buf_release(&text);
}

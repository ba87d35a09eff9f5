#include "config.h"

#include "model/office.h"

#include <string.h>

enum truth office_held(const struct office *office, const struct date_extent *date)
{
	const struct date_extent *held = &office->date.extent;

	if (!date->is_given)
		return TRUTH_NO;
	if (!held->is_given)
		return TRUTH_MAYBE;
	/* All that is certain about an unknown end is that it is not before the start. */
	int64_t first =
		held->start_kind == DATE_END_UNKNOWN ? held->end_min : held->start_max;
	int64_t last =
		held->end_kind == DATE_END_UNKNOWN ? held->start_max : held->end_min;

	if (first <= last && date_extent_within(date, first, last) == TRUTH_YES)
		return TRUTH_YES;
	return date_extent_within(date, held->start_min, held->end_max) >= TRUTH_MAYBE
		       ? TRUTH_MAYBE
		       : TRUTH_NO;
}

const struct office *office_on(const struct dossier *dossier, struct ref actor,
			       const struct date_extent *date)
{
	const struct office *possible = NULL;

	if (actor.kind != KIND_ACTOR)
		return NULL;
	const struct actor *holder = &dossier->actors[actor.index];

	for (int i = 0; i < holder->office_count; i++) {
		const struct office *office = &holder->offices[i];
		enum truth held = office_held(office, date);

		if (held == TRUTH_YES)
			return office;
		if (held == TRUTH_MAYBE && !possible)
			possible = office;
	}
	return possible;
}

bool name_takes_article(const char *name)
{
	static const char *const nouns[] = {
		"States",     "Kingdom", "Union",	"Republic",	"Federation",
		"Emirates",   "Nations", "Netherlands", "Organization", "Organisation",
		"Commission", "Council", "Center",	"Centre",	"Institute",
		"Department", "Ministry"
	};
	const char *of = strstr(name, " of ");
	size_t len = of ? (size_t)(of - name) : strlen(name);

	for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
		size_t noun = strlen(nouns[i]);

		if (len >= noun && !memcmp(name + len - noun, nouns[i], noun) &&
		    (len == noun || name[len - noun - 1] == ' '))
			return true;
	}
	return false;
}

void office_words(const struct dossier *dossier, const struct office *office,
		  struct buf *out)
{
	const char *of = dossier_title(dossier, office->of);

	if (office->title)
		buf_str(out, office->title);
	if (office->title && *of)
		buf_str(out, name_takes_article(of) ? " of the " : " of ");
	buf_str(out, of);
}

bool office_of_participant(const struct dossier *dossier, const struct event *event,
			   const struct participant *participant, struct buf *out)
{
	const struct office *office =
		office_on(dossier, participant->actor, &event->date.extent);

	if (!office)
		return false;
	office_words(dossier, office, out);
	return true;
}

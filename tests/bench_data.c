#include "config.h"

#include "bench_data.h"

#include <stddef.h>
#include <stdint.h>

enum { PERSONS = 200, STATES = 20, PLACES = 200, SOURCES = 20, STEPS = 200 };

/* Reproducible pseudo-random numbers for an event: the mixer of MurmurHash3. */
static unsigned number(int index, int what, unsigned below)
{
	uint32_t x = (uint32_t)index * 16u + (uint32_t)what;

	x = (x ^ x >> 16) * 0x85ebca6bu;
	x = (x ^ x >> 13) * 0xc2b2ae35u;
	return (x ^ x >> 16) % below;
}

static const char *pick(const char *const *words, size_t count, int index, int what)
{
	return words[number(index, what, (unsigned)count)];
}

#define PICK(words, index, what) pick(words, sizeof(words) / sizeof *(words), index, what)

static const char *const families[] = { "Karimov",  "Norov",	"Oʻrinov",  "Albright",
					"Çelik",    "Müller",	"Rahmonov", "Lavrov",
					"Nishanov", "Fernández" };
static const char *const doings[] = { "receives", "calls on", "writes to", "thanks",
				      "warns",	  "meets",    "answers",   "invites" };
static const char *const matters[] = {
	"the border",  "gas and transit",  "the base", "human rights", "water",
	"Afghanistan", "the constitution", "trade",    "cotton",       "air links"
};
static const char *const tags[] = { "border", "energy", "base",	 "rights",
				    "water",  "trade",	"reform" };
static const char *const kinds[] = { "topic",	  "position",	  "commendation",
				     "criticism", "announcement", "assessment" };

static void add_actors(struct buf *out)
{
	buf_str(out, "actors:\n");
	for (int i = 0; i < STATES; i++)
		buf_printf(out, "- id: state-%d\n  kind: state\n  name: State %d\n", i,
			   i);
	for (int i = 0; i < PERSONS; i++) {
		buf_printf(out,
			   "- id: person-%d\n  kind: person\n  name: %s %d\n"
			   "  names: [\"%s the %dth\"]\n  offices:\n",
			   i, PICK(families, i, 0), i, PICK(families, i, 0), i);
		buf_printf(out,
			   "  - title: Foreign Minister\n    of: state-%d\n"
			   "    date: %d-03/%d\n",
			   i % STATES, 1950 + i % 60, 1956 + i % 60);
		buf_printf(out, "  - title: Ambassador\n    of: state-%d\n    date: %d\n",
			   (i + 7) % STATES, 1945 + i % 60);
	}
}

static void add_places(struct buf *out)
{
	buf_str(out, "places:\n");
	for (int i = 0; i < PLACES; i++) {
		buf_printf(out, "- id: place-%d\n  name: Place %d\n  feature: %s\n", i, i,
			   i < STATES ? "PCLI" : "PPL");
		if (i >= STATES)
			buf_printf(out, "  within: place-%d\n", i % STATES);
	}
}

void data_head(struct buf *out, int event_count)
{
	buf_str(out, "dossier:\n  id: bench\n  title: A dossier of any size\n"
		     "  format: 1\n");
	add_actors(out);
	add_places(out);
	buf_str(out, "references:\n");
	for (int i = 0; i < SOURCES; i++)
		buf_printf(out,
			   "- id: source-%d\n  type: book\n  title: Papers, volume %d\n"
			   "  author:\n  - family: %s\n  issued: %d\n",
			   i, i, PICK(families, i, 1), 1990 + i);
	buf_str(out, "threads:\n- id: line\n  title: One line of argument\n  steps:\n");
	for (int i = 0; i < STEPS; i++)
		buf_printf(out, "  - ref: event-%d\n    note: It is step %d.\n",
			   (int)((long)event_count * i / STEPS), i + 1);
}

/* Most dates are days, the rest vague. */
static void add_date(struct buf *out, int i)
{
	int year = 1945 + (int)number(i, 1, 80), month = 1 + (int)number(i, 2, 12);

	switch (number(i, 3, 10)) {
	case 0:
		buf_printf(out, "  date: %d\n", year);
		break;
	case 1:
		buf_printf(out, "  date: %d-%02d~\n", year, month);
		break;
	case 2:
		buf_printf(out, "  date: %d-%02d/%d\n", year, month, year + 2);
		break;
	case 3:
		buf_printf(out,
			   "  date:\n    edtf: %dX\n    supplied: true\n"
			   "    basis: what the papers tell\n",
			   year / 10);
		break;
	default:
		buf_printf(out, "  date: %d-%02d-%02d\n", year, month,
			   1 + (int)number(i, 4, 28));
	}
}

static void add_event(struct buf *out, int i)
{
	const char *who = PICK(families, i, 5), *matter = PICK(matters, i, 6);
	unsigned guest = number(i, 7, PERSONS), host = (guest + 1 + number(i, 8, 90));

	buf_printf(out, "- id: event-%d\n  title: %s %s over %s\n", i, who,
		   PICK(doings, i, 9), matter);
	add_date(out, i);
	buf_printf(out, "  place: place-%u\n  type: CONSULT\n  mode: visit\n",
		   number(i, 10, PLACES));
	buf_printf(out,
		   "  participants:\n  - {actor: person-%u, role: actor}\n"
		   "  - {actor: person-%u, role: recipient}\n",
		   guest, host % PERSONS);
	buf_printf(out, "  summary: What was left open of %s is taken up again.\n",
		   matter);
	buf_printf(out, "  tags: [%s]\n", PICK(tags, i, 11));
	if (i % 2)
		return;
	buf_printf(out,
		   "  points:\n  - id: point-%d\n    kind: %s\n    by: person-%u\n"
		   "    text: Nothing is to be said of %s before the autumn.\n"
		   "    passages: [passage-%d]\n",
		   i, PICK(kinds, i, 12), guest, matter, i);
}

void data_events(struct buf *out, int first, int end)
{
	buf_str(out, "events:\n");
	for (int i = first; i < end; i++)
		add_event(out, i);
	buf_str(out, "passages:\n");
	for (int i = first; i < end; i++)
		if (i % 2 == 0)
			buf_printf(out,
				   "- id: passage-%d\n  source: source-%u\n"
				   "  exact: \"the %s of %s, and what comes of it\"\n"
				   "  locator: p. %d\n",
				   i, number(i, 13, SOURCES), PICK(tags, i, 11),
				   PICK(matters, i, 6), 1 + i % 400);
	buf_str(out, "relations:\n");
	for (int i = first; i < end; i++)
		if (i % 4 == 1)
			buf_printf(out,
				   "- id: relation-%d\n  type: causes\n"
				   "  from: event-%d\n  to: event-%d\n",
				   i, i, i - 1);
}

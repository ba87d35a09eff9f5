#include "config.h"

#include "model/date.h"

/* A start or an end: some day of a range. */
struct moment {
	int64_t min, max;
	bool is_unknown;
};

enum side { START, END };

enum comparison { NEVER, LESS, MORE, NO_MORE, NO_LESS, EQUAL, SAME };

/* All conditions must hold, or any; the result may be negated. */
struct rule {
	bool is_swapped, is_any, is_negated;
	struct {
		enum comparison comparison;
		enum side a, b;
	} conditions[3];
};

/* clang-format off */
static const struct rule rules[DATE_RELATION_COUNT] = {
	[DATE_BEFORE]     = { .conditions = { { LESS, END, START } } },
	[DATE_MEETS]      = { .conditions = { { EQUAL, END, START } } },
	[DATE_OVERLAPS]   = { .conditions = { { LESS, START, START }, { MORE, END, START },
					      { LESS, END, END } } },
	[DATE_STARTS]     = { .conditions = { { SAME, START, START }, { LESS, END, END } } },
	[DATE_DURING]     = { .conditions = { { MORE, START, START }, { LESS, END, END } } },
	[DATE_FINISHES]   = { .conditions = { { MORE, START, START }, { SAME, END, END } } },
	[DATE_EQUALS]     = { .conditions = { { SAME, START, START }, { SAME, END, END } } },
	[DATE_INTERSECTS] = { .conditions = { { NO_MORE, START, END }, { NO_LESS, END, START } } },
	[DATE_DURING_OR_EQUAL] = { .conditions = { { NO_LESS, START, START }, { NO_MORE, END, END } } },

	[DATE_AFTER]         = { .is_swapped = true, .conditions = { { LESS, END, START } } },
	[DATE_MET_BY]        = { .is_swapped = true, .conditions = { { EQUAL, END, START } } },
	[DATE_OVERLAPPED_BY] = { .is_swapped = true, .conditions = { { LESS, START, START },
					{ MORE, END, START }, { LESS, END, END } } },
	[DATE_STARTED_BY]    = { .is_swapped = true, .conditions = { { SAME, START, START }, { LESS, END, END } } },
	[DATE_CONTAINS]      = { .is_swapped = true, .conditions = { { MORE, START, START }, { LESS, END, END } } },
	[DATE_FINISHED_BY]   = { .is_swapped = true, .conditions = { { MORE, START, START }, { SAME, END, END } } },
	[DATE_CONTAINS_OR_EQUAL] = { .is_swapped = true, .conditions = { { NO_LESS, START, START }, { NO_MORE, END, END } } },

	[DATE_DISJOINT] = { .is_negated = true, .conditions = { { NO_MORE, START, END }, { NO_LESS, END, START } } },
	[DATE_TOUCHES]  = { .is_any = true, .conditions = { { EQUAL, END, START }, { EQUAL, START, END } } },
};
/* clang-format on */

/* An unknown end is not before the start, an unknown start not after the end. */
static struct moment moment_of(const struct date_extent *date, enum side side)
{
	struct moment moment =
		side == START ? (struct moment){ date->start_min, date->start_max, false }
			      : (struct moment){ date->end_min, date->end_max, false };

	moment.is_unknown =
		(side == START ? date->start_kind : date->end_kind) == DATE_END_UNKNOWN;
	if (moment.is_unknown && side == START)
		moment.max = date->end_max;
	else if (moment.is_unknown)
		moment.min = date->start_min;
	return moment;
}

static enum truth negate(enum truth truth)
{
	return truth == TRUTH_YES ? TRUTH_NO : truth == TRUTH_NO ? TRUTH_YES : truth;
}

static enum truth compare(enum comparison comparison, const struct moment *a,
			  const struct moment *b)
{
	bool is_yes = false, is_no = false, is_unknown = a->is_unknown || b->is_unknown;

	switch (comparison) {
	case LESS:
		is_yes = a->max < b->min;
		is_no = a->min >= b->max;
		break;
	case MORE:
		return compare(LESS, b, a);
	case NO_MORE:
		return negate(compare(LESS, b, a));
	case NO_LESS:
		return negate(compare(LESS, a, b));
	case EQUAL:
	case SAME:
		is_no = a->max < b->min || b->max < a->min;
		is_yes = !is_unknown && a->min == b->min && a->max == b->max &&
			 (comparison == SAME || a->min == a->max);
		break;
	case NEVER:
		break;
	}
	return is_yes	    ? TRUTH_YES
	       : is_no	    ? TRUTH_NO
	       : is_unknown ? TRUTH_UNKNOWN
			    : TRUTH_MAYBE;
}

static enum truth apply(const struct rule *rule, const struct date_extent *a,
			const struct date_extent *b)
{
	enum truth least = TRUTH_YES, most = TRUTH_NO;

	if (rule->is_swapped) {
		const struct date_extent *other = a;

		a = b;
		b = other;
	}
	for (int i = 0; i < 3 && rule->conditions[i].comparison != NEVER; i++) {
		struct moment of_a = moment_of(a, rule->conditions[i].a);
		struct moment of_b = moment_of(b, rule->conditions[i].b);
		enum truth truth = compare(rule->conditions[i].comparison, &of_a, &of_b);

		least = truth < least ? truth : least;
		most = truth > most ? truth : most;
	}
	if (rule->is_any)
		return most;
	return rule->is_negated ? negate(least) : least;
}

/* The members; the date itself where members do not matter. */
static int members_of(const struct date_extent *date, enum date_quantifier quantifier,
		      const struct date_extent **members)
{
	bool is_one = !date->members || (quantifier == DATE_AS_MEANT && date->is_all);

	*members = is_one ? date : date->members;
	return is_one ? 1 : date->member_count;
}

enum truth date_relation(enum date_relation relation, const struct date_extent *a,
			 const struct date_extent *b, enum date_quantifier quantifier)
{
	const struct date_extent *of_a, *of_b;
	int count_a = members_of(a, quantifier, &of_a);
	int count_b = members_of(b, quantifier, &of_b);
	enum truth least = TRUTH_YES, most = TRUTH_NO;

	if (!a->is_given || !b->is_given)
		return TRUTH_UNKNOWN;
	for (int i = 0; i < count_a; i++)
		for (int j = 0; j < count_b; j++) {
			enum truth truth = apply(&rules[relation], &of_a[i], &of_b[j]);

			least = truth < least ? truth : least;
			most = truth > most ? truth : most;
		}
	if (quantifier == DATE_ANY)
		return most;
	if (quantifier == DATE_ALL || least == most)
		return least;
	return TRUTH_MAYBE;
}

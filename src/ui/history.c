#include "config.h"

#include "history.h"

#include <assert.h>
#include <string.h>

void history_push(struct history *history, const struct visit *visit)
{
	assert(history->at < HISTORY_MOST);
	if (history->at == HISTORY_MOST - 1) {
		memmove(history->visits, history->visits + 1,
			(HISTORY_MOST - 1) * sizeof history->visits[0]);
		history->at--;
	}
	history->visits[history->at++] = *visit;
	history->count = history->at;
}

const struct visit *history_go(struct history *history, int by, const struct visit *here)
{
	int to = history->at + by;

	if (to < 0 || to >= history->count + (by < 0 ? 1 : 0) || to >= HISTORY_MOST)
		return NULL;
	history->visits[history->at] = *here;
	if (history->at >= history->count)
		history->count = history->at + 1;
	history->at = to;
	return &history->visits[to];
}

#include "config.h"

#include "term_input.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { REPLY_MS = 100 };

/* The next byte; -1: there is none in time. */
static int next_byte(struct terminal *term, int patience)
{
	struct pollfd fd = { .fd = STDIN_FILENO, .events = POLLIN };

	if (term->at < term->len)
		return (unsigned char)term->bytes[term->at++];
	if (term->is_gone || poll(&fd, 1, patience) <= 0)
		return -1;
	ssize_t len = read(STDIN_FILENO, term->bytes, sizeof term->bytes);
	term->is_gone = len < 0 && errno != EINTR && errno != EAGAIN;
	term->at = 0;
	term->len = len > 0 ? (size_t)len : 0;
	return term->len ? (unsigned char)term->bytes[term->at++] : -1;
}

/* The next key, or "Reply", or "Paste"; `patience` is for its first byte. */
static bool next_name(struct terminal *term, char name[], int patience)
{
	for (;;) {
		int within = input_patience(&term->input);
		int byte = next_byte(term, within ? within : patience);

		if (byte < 0 && !(within && input_silence(&term->input, name)))
			return false;
		if (byte >= 0 && !input_byte(&term->input, byte, name))
			continue;
		if (!strcmp(name, "Reply"))
			term_take_reply(term);
		return true;
	}
}

bool term_next(struct terminal *term, struct term_event *event)
{
	char name[KEY_NAME_BYTES];

	while (next_name(term, name, 0)) {
		if (!strcmp(name, "Reply"))
			continue;
		*event = (struct term_event){ .text = "" };
		memcpy(event->name, name, sizeof name);
		if (!strcmp(name, "Paste"))
			event->text = term->input.paste.bytes;
		event->mouse = term->input.mouse;
		return true;
	}
	return false;
}

void term_await_reply(struct terminal *term)
{
	char name[KEY_NAME_BYTES];

	while (term->awaits_reply && next_name(term, name, REPLY_MS))
		;
}

/* Coordinates: a list or a text of two decimal numbers. */
#include "config.h"

#include <string.h>

#include "source_file.h"

/* Decimal degrees.  strtod() depends on the locale. */
static const char *degrees(const char *text, double limit, double *value)
{
	double sign = *text == '-' ? -1 : 1, file = 1;
	const char *digits = text += *text == '-' || *text == '+';

	for (*value = 0; *text >= '0' && *text <= '9' && text - digits < 4; text++)
		*value = *value * 10 + (*text - '0');
	if (text == digits)
		return NULL;
	if (*text == '.')
		for (text++; *text >= '0' && *text <= '9'; text++)
			*value += (*text - '0') * (file /= 10);
	*value *= sign;
	return *value >= -limit && *value <= limit ? text : NULL;
}

void coordinates_read(struct source_file *file, const struct field *field, void *base,
		      const struct token *token)
{
	struct place_record *place = base;
	struct buf pair = BUF_INIT;
	struct token next = *token;
	int count = 0;

	if (token->type != TOKEN_LIST && token->type != TOKEN_SCALAR) {
		value_wrong(file, field, token);
		return;
	}
	if (token->type == TOKEN_SCALAR)
		buf_add(&pair, token->text, token->len);
	while (token->type == TOKEN_LIST) {
		next = stream_next(&file->stream);
		if (next.type == TOKEN_LIST_END || next.type == TOKEN_END)
			break;
		if (next.type == TOKEN_SCALAR && count++ < 3)
			buf_printf(&pair, "%s%s", count > 1 ? "," : "", next.text);
		else
			buf_char(&pair, '?'); /* not a number, or one too many */
		parse_skip(file, &next);
	}
	const char *rest = degrees(pair.bytes, 90, &place->latitude);

	if (rest && *rest == ',')
		rest = degrees(rest + 1 + strspn(rest + 1, " "), 180, &place->longitude);
	else
		rest = NULL;
	place->has_coordinates = rest && !*rest;
	if (!place->has_coordinates && next.type != TOKEN_END) {
		file_diag(file, DIAG_COORDINATES_BAD, token->at, "invalid coordinates");
		diag_help(
			&file->diags,
			"write [latitude, longitude] in decimal degrees: [38.83, 65.92]");
	}
	buf_release(&pair);
}

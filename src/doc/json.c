#include "config.h"

#include "doc/json.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "text/clean.h"

/* The length of the code point at `str`, which ends in a NUL; 0 for invalid UTF-8. */
static size_t valid_len(const unsigned char *str)
{
	size_t len = *str < 0x80   ? 1
		     : *str < 0xc2 ? 0
		     : *str < 0xe0 ? 2
		     : *str < 0xf0 ? 3
		     : *str < 0xf5 ? 4
				   : 0;

	for (size_t i = 1; i < len; i++)
		if ((str[i] & 0xc0) != 0x80)
			return 0;
	if ((*str == 0xe0 && str[1] < 0xa0) || (*str == 0xed && str[1] > 0x9f) ||
	    (*str == 0xf0 && str[1] < 0x90) || (*str == 0xf4 && str[1] > 0x8f))
		return 0;
	return len;
}

/* Decode `len` valid bytes. */
static uint32_t decode(const unsigned char *str, size_t len)
{
	static const unsigned char masks[] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
	uint32_t point = *str & masks[len];

	for (size_t i = 1; i < len; i++)
		point = point << 6 | (str[i] & 0x3f);
	return point;
}

static void put_escaped(FILE *out, uint32_t point)
{
	if (point == '\n')
		fputs("\\n", out);
	else if (point == '\t')
		fputs("\\t", out);
	else if (point >= 0x10000)
		fprintf(out, "\\u%04x\\u%04x", 0xd7c0 + (point >> 10),
			0xdc00 + (point & 0x3ff));
	else
		fprintf(out, "\\u%04x", point);
}

void json_string(FILE *out, const char *str)
{
	const unsigned char *at = (const unsigned char *)str;

	if (!str) {
		fputs("null", out);
		return;
	}
	putc('"', out);
	while (*at) {
		size_t len = valid_len(at);
		uint32_t point = len ? decode(at, len) : 0xfffd;

		if (point == '"' || point == '\\')
			fprintf(out, "\\%c", (char)point);
		else if (clean_is_hostile(point))
			put_escaped(out, point);
		else if (len)
			fwrite(at, 1, len, out);
		else
			fputs("\\ufffd", out);
		at += len ? len : 1;
	}
	putc('"', out);
}

/* What stands between the members, then the key. */
static void begin_member(struct json *json, const char *key)
{
	bool is_line = json->line_depth && json->depth >= json->line_depth;

	if (json->has_members)
		fputs(is_line ? ", " : ",", json->out);
	if (json->depth && !is_line)
		fprintf(json->out, "\n%*s", 2 * json->depth, "");
	json->has_members = true;
	if (!key)
		return;
	json_string(json->out, key);
	fputs(": ", json->out);
}

void json_begin(struct json *json, const char *key, char bracket)
{
	begin_member(json, key);
	assert(json->depth < JSON_DEPTH);
	json->closers[json->depth++] = bracket == '{' ? '}' : ']';
	json->has_members = false;
	putc(bracket, json->out);
}

void json_begin_line(struct json *json, const char *key, char bracket)
{
	json_begin(json, key, bracket);
	if (!json->line_depth)
		json->line_depth = json->depth;
}

void json_end(struct json *json)
{
	assert(json->depth > 0);
	json->depth--;
	if (json->has_members && !json->line_depth)
		fprintf(json->out, "\n%*s", 2 * json->depth, "");
	if (json->line_depth > json->depth)
		json->line_depth = 0;
	putc(json->closers[json->depth], json->out);
	json->has_members = true;
	if (!json->depth)
		putc('\n', json->out);
}

void json_text(struct json *json, const char *key, const char *text)
{
	if (text)
		json_text_or_null(json, key, text);
}

void json_text_or_null(struct json *json, const char *key, const char *text)
{
	begin_member(json, key);
	json_string(json->out, text);
}

void json_bool(struct json *json, const char *key, bool is_true)
{
	json_literal(json, key, is_true ? "true" : "false");
}

void json_int(struct json *json, const char *key, long long number)
{
	begin_member(json, key);
	fprintf(json->out, "%lld", number);
}

void json_literal(struct json *json, const char *key, const char *literal)
{
	begin_member(json, key);
	fputs(literal, json->out);
}

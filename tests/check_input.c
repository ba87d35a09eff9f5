#include "config.h"

#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "../src/ui/input.h"

/* The bytes that a terminal sends, and the keys that they are. */

/* Feed bytes, as if all had come at once; gives the names of the keys, one blank apart.
 */
static const char *keys_of(const char *bytes, size_t len)
{
	static char names[512];
	struct input input;
	char name[KEY_NAME_BYTES];

	names[0] = '\0';
	input_init(&input, 25);
	for (size_t i = 0; i <= len; i++) {
		if (!(i < len ? input_byte(&input, (unsigned char)bytes[i], name)
			      : input_silence(&input, name)))
			continue;
		ck_assert_uint_lt(strlen(names) + strlen(name) + 2, sizeof names);
		strcat(strcat(names, *names ? " " : ""), name);
	}
	input_release(&input);
	return names;
}

/* Each is followed by "j", which must come through: nothing is left over. */
/* clang-format off */
static const struct {
	const char *bytes, *keys;
} known[] = {
	{ "a", "a" },              { "é漢", "é 漢" },        { "\xf0\x9f\x99\x82", "🙂" },
	{ "\t", "Tab" },           { "\r", "Enter" },        { "\n", "Enter" },
	{ "\x7f", "Backspace" },   { "\b", "Backspace" },    { " ", "Space" },
	{ "\x04", "^D" },          { "\x01\x05", "^A ^E" },

	/* Home and End as xterm, rxvt, the console, screen and tmux have them. */
	{ "\033[H", "Home" },      { "\033OH", "Home" },     { "\033[1~", "Home" },
	{ "\033[7~", "Home" },     { "\033[F", "End" },      { "\033OF", "End" },
	{ "\033[4~", "End" },      { "\033[8~", "End" },

	{ "\033[A", "Up" },        { "\033OB", "Down" },     { "\033[C", "Right" },
	{ "\033OD", "Left" },      { "\033[5~", "PgUp" },    { "\033[6~", "PgDn" },
	{ "\033[3~", "Delete" },   { "\033[2~", "Insert" },  { "\033[Z", "Backtab" },
	{ "\033OP", "F1" },        { "\033[11~", "F1" },     { "\033OM", "Enter" },
	{ "\033[200~q\033[201~", "Paste" },
	{ "\033Oq", "1" },
	{ "\033[[A", "F1" },
	{ "\033]11;rgb:ffff/ffff/ffff\033\\", "Reply" },
	{ "\033]11;rgb:0000/0000/0000\a", "Reply" },
	{ "\033[?62;22c", "Reply" },
};

/* Swallowed whole: never a command. */
static const struct {
	const char *what, *bytes;
} swallowed[] = {
	{ "SGR mouse, released",       "\033[<0;10;5m" },
	{ "SGR mouse, other button",   "\033[<2;10;5M" },
	{ "SGR mouse, with Shift",     "\033[<4;10;5M" },
	{ "SGR mouse, dragged",        "\033[<32;10;5M" },
	{ "SGR mouse, sideways",       "\033[<66;10;5M" },
	{ "SGR mouse, no column",      "\033[<0;0;5M" },
	{ "SGR mouse, negative",       "\033[<0;-1;5M" },
	{ "SGR mouse, no row",         "\033[<0;10M" },
	{ "SGR mouse, too much",       "\033[<0;10;5;1M" },
	{ "SGR mouse, far out",        "\033[<0;99999999999999;5M" },
	{ "X10 mouse",                 "\033[M !!" },
	{ "X10 mouse on letters",      "\033[Mqqq" },
	{ "X10 mouse beyond ASCII",    "\033[M\xe0\xff\x80" },
	{ "urxvt mouse",               "\033[32;10;5M" },
	{ "focus gained",              "\033[I" },
	{ "focus lost",                "\033[O" },
	{ "cursor position",           "\033[24;80R" },
	{ "device status",             "\033[0n" },
	{ "mode report",               "\033[?2026;2$y" },
	{ "OSC with quitting letters", "\033]52;c;cXVpdA==q\a" },
	{ "OSC with an Esc within",    "\033]0;a\033b\033\\" },
	{ "DCS",                       "\033P1$r0m\033\\" },
	{ "XTVERSION",                 "\033P>|XTerm(370)\033\\" },
	{ "APC",                       "\033_Gi=31;OK\033\\" },
	{ "PM",                        "\033^q\033\\" },
	{ "SOS",                       "\033Xq\033\\" },
	{ "kitty key",                 "\033[113;5u" },
	{ "kitty key, released",       "\033[113;1:3u" },
	{ "modifyOtherKeys",           "\033[27;5;113~" },
	{ "Shift-Up",                  "\033[1;2A" },
	{ "Ctrl-Home",                 "\033[1;5H" },
	{ "F13",                       "\033[25~" },
	{ "SS3 with a parameter",      "\033O5q" },
	{ "Alt-q",                     "\033q" },
	{ "Alt-Enter",                 "\033\r" },
	{ "Alt-x, twice",              "\033x\033x" },
	{ "Alt and a wide letter",     "\033\xe6\xbc\xa2" },
	{ "broken UTF-8",              "\xff\xc0\x80\xed" },
	{ "UTF-8 that breaks off",     "\xe6\xbc" },
	{ "a sequence that never ends",
	  "\033[1111111111111111111111111111111111111111111111111111111111111111111~" },
};
/* clang-format on */

START_TEST(keys_are_known_in_all_usual_forms)
{
	char bytes[128], want[128];

	snprintf(bytes, sizeof bytes, "%sj", known[_i].bytes);
	snprintf(want, sizeof want, "%s j", known[_i].keys);
	ck_assert_str_eq(keys_of(bytes, strlen(bytes)), want);
}
END_TEST

START_TEST(what_is_no_key_is_swallowed_whole)
{
	char bytes[128];

	snprintf(bytes, sizeof bytes, "%sj", swallowed[_i].bytes);
	const char *got = keys_of(bytes, strlen(bytes));

	ck_assert_msg(!strcmp(got, "j"), "%s gave \"%s\"", swallowed[_i].what, got);
}
END_TEST

/* A report, what it says and where. */
static const struct {
	const char *bytes;
	struct mouse mouse;
} mice[] = {
	{ "\033[<0;10;5M", { MOUSE_CLICK, 4, 9 } },
	{ "\033[<0;1;1M", { MOUSE_CLICK, 0, 0 } },
	{ "\033[<64;120;36M", { MOUSE_WHEEL_UP, 35, 119 } },
	{ "\033[<65;300;1M", { MOUSE_WHEEL_DOWN, 0, 299 } },
};

START_TEST(the_mouse_has_a_position)
{
	const struct mouse *want = &mice[_i].mouse;
	struct input input;
	char name[KEY_NAME_BYTES];

	input_init(&input, 25);
	for (const char *c = mice[_i].bytes; *c; c++)
		ck_assert(input_byte(&input, (unsigned char)*c, name) == (*c == 'M'));
	ck_assert_str_eq(name, "Mouse");
	ck_assert_int_eq(input.mouse.act, want->act);
	ck_assert_int_eq(input.mouse.row, want->row);
	ck_assert_int_eq(input.mouse.col, want->col);
	input_release(&input);
}
END_TEST

START_TEST(the_mouse_is_no_text)
{
	struct input input;
	char name[KEY_NAME_BYTES];
	static const char bytes[] = "\033[200~a\033[<0;1;1Mb\033[201~";

	input_init(&input, 25);
	for (const char *c = bytes; *c; c++)
		ck_assert(input_byte(&input, (unsigned char)*c, name) == !c[1]);
	ck_assert_str_eq(name, "Paste");
	ck_assert_str_eq(input.paste.bytes, "ab");
	ck_assert(!input_has_key("Mouse"));
	input_release(&input);
}
END_TEST

START_TEST(a_lone_escape_is_a_key_when_nothing_follows)
{
	struct input input;
	char name[KEY_NAME_BYTES];

	input_init(&input, 25);
	ck_assert_int_eq(input_patience(&input), 0);
	ck_assert(!input_byte(&input, '\033', name));
	ck_assert_int_eq(input_patience(&input), 25);
	ck_assert(input_silence(&input, name));
	ck_assert_str_eq(name, "Esc");
	ck_assert(input_byte(&input, 'q', name));
	ck_assert_str_eq(name, "q");
	input_release(&input);
}
END_TEST

START_TEST(a_sequence_may_come_byte_by_byte)
{
	static const char bytes[] = "[1~";
	struct input input;
	char name[KEY_NAME_BYTES];

	input_init(&input, 25);
	ck_assert(!input_byte(&input, '\033', name));
	for (const char *c = bytes; *c; c++)
		ck_assert(input_byte(&input, *c, name) == (*c == '~'));
	ck_assert_str_eq(name, "Home");
	input_release(&input);
}
END_TEST

/* A sequence that a control character breaks off is forgotten. */
START_TEST(a_broken_off_sequence_loses_no_key)
{
	ck_assert_str_eq(keys_of("\033[12\rj", 6), "Enter j");
	ck_assert_str_eq(keys_of("\033O\x04j", 4), "^D j");
	ck_assert_str_eq(keys_of("\xe6j", 2), "j");
}
END_TEST

/* Whatever comes, the decoder stays in its bounds and finds back to keys. */
START_TEST(any_bytes_are_survived)
{
	unsigned state = 20051212u + (unsigned)_i;
	struct input input;
	char name[KEY_NAME_BYTES];

	input_init(&input, 25);
	for (int i = 0; i < 100000; i++) {
		state = state * 1103515245u + 12345u;
		int byte = state >> 24 & 1 ? (int)(state >> 16 & 0xff)
					   : "\033[]OM<;~\\P"[(state >> 16) % 11];

		if (input_byte(&input, byte, name))
			ck_assert_uint_lt(strlen(name), sizeof name);
	}
	/* The end of a string, of a mouse report, of a sequence. */
	for (const char *c = "\a\a\a\a~~"; *c; c++)
		input_byte(&input, *c, name);
	input_silence(&input, name);
	ck_assert(input_byte(&input, 'j', name));
	ck_assert_str_eq(name, "j");
	input_release(&input);
}
END_TEST

START_TEST(names_of_keys_are_checked)
{
	ck_assert(input_has_key("j"));
	ck_assert(input_has_key("漢"));
	ck_assert(input_has_key("Enter"));
	ck_assert(input_has_key("^D"));
	ck_assert(!input_has_key(""));
	ck_assert(!input_has_key("jj"));
	ck_assert(!input_has_key("Entre"));
	ck_assert(!input_has_key("^d"));
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("input");
	TCase *keys = tcase_create("keys");

	tcase_add_loop_test(keys, keys_are_known_in_all_usual_forms, 0,
			    sizeof known / sizeof known[0]);
	tcase_add_loop_test(keys, what_is_no_key_is_swallowed_whole, 0,
			    sizeof swallowed / sizeof swallowed[0]);
	tcase_add_loop_test(keys, the_mouse_has_a_position, 0,
			    sizeof mice / sizeof mice[0]);
	tcase_add_test(keys, the_mouse_is_no_text);
	tcase_add_test(keys, a_lone_escape_is_a_key_when_nothing_follows);
	tcase_add_test(keys, a_sequence_may_come_byte_by_byte);
	tcase_add_test(keys, a_broken_off_sequence_loses_no_key);
	tcase_add_loop_test(keys, any_bytes_are_survived, 0, 8);
	tcase_add_test(keys, names_of_keys_are_checked);
	suite_add_tcase(suite, keys);
	return suite_main(suite);
}

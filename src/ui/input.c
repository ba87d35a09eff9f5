#include "config.h"

#include "input.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/cell.h"

/* A sequence in pieces comes from a slow line; an Esc in a paste is rarely a user's. */
enum { SEQUENCE_MS = 100, PASTE_MS = 500, PASTE_MOST = 1 << 16, LAST_FUNCTION_KEY = 12 };

/* clang-format off */
static const struct {
	int byte;
	const char *name;
} named_bytes[] = {
	{ '\t',   "Tab" },
	{ '\n',   "Enter" },
	{ '\r',   "Enter" },
	{ '\b',   "Backspace" },
	{ '\x7f', "Backspace" },
	{ '\x1b', "Esc" },
	{ ' ',    "Space" },
};

/* What terminals send whether or not terminfo says so: xterm, rxvt, the console, screen. */
static const struct {
	const char *sequence, *name;
} sequences[] = {
	{ "[A",  "Up" },     { "OA",  "Up" },
	{ "[B",  "Down" },   { "OB",  "Down" },
	{ "[C",  "Right" },  { "OC",  "Right" },
	{ "[D",  "Left" },   { "OD",  "Left" },
	{ "[H",  "Home" },   { "OH",  "Home" },
	{ "[1~", "Home" },   { "[7~", "Home" },
	{ "[F",  "End" },    { "OF",  "End" },
	{ "[4~", "End" },    { "[8~", "End" },
	{ "[2~", "Insert" }, { "[3~", "Delete" },
	{ "[5~", "PgUp" },   { "[6~", "PgDn" },
	{ "[Z",  "Backtab" }, { "OM", "Enter" },
	{ "[200~", "PasteBegin" }, { "[201~", "PasteEnd" },
};

static const struct {
	const char *terminfo, *name;
} capabilities[] = {
	{ "kcuu1", "Up" },      { "kcud1", "Down" },
	{ "kcub1", "Left" },    { "kcuf1", "Right" },
	{ "khome", "Home" },    { "kend",  "End" },
	{ "kpp",   "PgUp" },    { "knp",   "PgDn" },
	{ "kich1", "Insert" },  { "kdch1", "Delete" },
	{ "kcbt",  "Backtab" }, { "kent",  "Enter" },
};
/* clang-format on */

enum {
	NAMED_BYTES = sizeof named_bytes / sizeof named_bytes[0],
	SEQUENCES = sizeof sequences / sizeof sequences[0],
	CAPABILITIES = sizeof capabilities / sizeof capabilities[0]
};

void input_init(struct input *input, int esc_delay)
{
	*input = (struct input){ .paste = BUF_INIT, .esc_delay = esc_delay };
}

void input_release(struct input *input)
{
	buf_release(&input->paste);
}

static void learn(struct input *input, const char *bytes, const char *name)
{
	size_t len = bytes ? strlen(bytes) : 0;

	if (len < 2 || len > SEQUENCE_BYTES || bytes[0] != '\x1b' ||
	    input->learned_count == INPUT_KEYS)
		return;
	struct input_key *key = &input->learned[input->learned_count++];

	snprintf(key->sequence, sizeof key->sequence, "%s", bytes + 1);
	snprintf(key->name, sizeof key->name, "%s", name);
}

void input_learn(struct input *input, const char *(*capability)(const char *))
{
	char function[KEY_NAME_BYTES], name[KEY_NAME_BYTES];

	for (int i = 0; i < CAPABILITIES; i++)
		learn(input, capability(capabilities[i].terminfo), capabilities[i].name);
	for (int i = 1; i <= LAST_FUNCTION_KEY; i++) {
		snprintf(function, sizeof function, "kf%d", i);
		snprintf(name, sizeof name, "F%d", i);
		learn(input, capability(function), name);
	}
}

/* --- Characters ---------------------------------------------------------------- */

/* The bytes of a UTF-8 character that begins with `byte`; 0: none does. */
static int utf8_len(int byte)
{
	return byte < 0x80   ? 1
	       : byte < 0xc2 ? 0
	       : byte < 0xe0 ? 2
	       : byte < 0xf0 ? 3
	       : byte < 0xf5 ? 4
			     : 0;
}

static bool take_ascii(int byte, char name[])
{
	snprintf(name, KEY_NAME_BYTES, byte < ' ' ? "^%c" : "%c",
		 byte < ' ' ? byte + '@' : byte);
	for (int i = 0; i < NAMED_BYTES; i++)
		if (named_bytes[i].byte == byte)
			snprintf(name, KEY_NAME_BYTES, "%s", named_bytes[i].name);
	return true;
}

/* ASCII has a name at once, other characters when they are complete; invalid UTF-8 is
 * dropped. */
static bool take_character(struct input *input, int byte, char name[])
{
	size_t len = strlen(input->typed);

	if (byte < 0x80) {
		input->typed[0] = '\0';
		return take_ascii(byte, name);
	}
	if (byte >= 0xc0) {
		input->typed[0] = utf8_len(byte) ? (char)byte : '\0';
		input->typed[1] = '\0';
		return false;
	}
	if (!len)
		return false;
	input->typed[len++] = (char)byte;
	input->typed[len] = '\0';
	if (len < (size_t)utf8_len((unsigned char)input->typed[0]))
		return false;
	snprintf(name, KEY_NAME_BYTES, "%s", input->typed);
	input->typed[0] = '\0';
	return true;
}

/* --- Sequences ----------------------------------------------------------------- */

/* The number of a function key as VT220s, PCs and the Linux console send it; 0: none. */
static int function_key(const char *sequence)
{
	char *end;

	if (sequence[0] == 'O' && sequence[1] >= 'P' && sequence[1] <= 'S' &&
	    !sequence[2])
		return sequence[1] - 'P' + 1;
	if (!strncmp(sequence, "[[", 2))
		return sequence[2] >= 'A' && sequence[2] <= 'E' ? sequence[2] - 'A' + 1
								: 0;
	if (sequence[0] != '[' || sequence[1] < '0' || sequence[1] > '9')
		return 0;
	long number = strtol(sequence + 1, &end, 10);

	if (strcmp(end, "~") || number < 11 || number > 24 || number == 16 ||
	    number == 22)
		return 0;
	return (int)number - 10 - (number > 16) - (number > 22);
}

/* The name of the key that sends `sequence`; "": none does. */
static void name_sequence(const struct input *input, char name[])
{
	const char *sequence = input->sequence;
	int number = function_key(sequence);

	name[0] = '\0';
	/* Keypads in application mode send "j" for "*" to "y" for "9". */
	if (sequence[0] == 'O' && sequence[1] >= 'j' && sequence[1] <= 'y')
		take_ascii(sequence[1] - 'j' + '*', name);
	if (number)
		snprintf(name, KEY_NAME_BYTES, "F%d", number);
	for (int i = 0; i < SEQUENCES; i++)
		if (!strcmp(sequences[i].sequence, sequence))
			snprintf(name, KEY_NAME_BYTES, "%s", sequences[i].name);
	for (int i = 0; i < input->learned_count; i++)
		if (!strcmp(input->learned[i].sequence, sequence))
			snprintf(name, KEY_NAME_BYTES, "%s", input->learned[i].name);
}

static void append(struct input *input, int byte)
{
	if (input->len < SEQUENCE_BYTES - 1)
		input->sequence[input->len++] = (char)byte;
	input->sequence[input->len] = '\0';
}

/* Take the number at `*at` and the separator after it; -1: there is none. */
static int take_number(const char **at, const char *separators)
{
	size_t len = strspn(*at, "0123456789");
	int number = len && len < 5 && strchr(separators, (*at)[len]) && (*at)[len]
			     ? atoi(*at)
			     : -1;

	*at += number < 0 ? 0 : len + 1;
	return number;
}

/* "[<0;10;5M": the left button went down, or the wheel turned.  Other buttons, releases
 * and modifiers, by which terminals let text be selected, are nothing to us. */
static bool take_mouse(struct input *input)
{
	const char *at = input->sequence + 2;

	if (strncmp(input->sequence, "[<", 2))
		return false;
	int button = take_number(&at, ";"), col = take_number(&at, ";");
	int row = take_number(&at, "M");

	if ((button != 0 && button != 64 && button != 65) || col < 1 || row < 1 || *at)
		return false;
	input->mouse = (struct mouse){ button == 0    ? MOUSE_CLICK
				       : button == 64 ? MOUSE_WHEEL_UP
						      : MOUSE_WHEEL_DOWN,
				       row - 1, col - 1 };
	return true;
}

static bool end_sequence(struct input *input, char name[])
{
	const char *sequence = input->sequence;

	input->state = INPUT_PLAIN;
	name_sequence(input, name);
	if (!name[0] && !strcmp(sequence, "[M")) {
		input->state = INPUT_MOUSE;
		input->left = 3;
	}
	if (!strncmp(sequence, "]11;", 4) ||
	    (!strncmp(sequence, "[?", 2) && sequence[input->len - 1] == 'c'))
		strcpy(name, "Reply");
	if (!name[0] && take_mouse(input))
		strcpy(name, "Mouse");
	return name[0];
}

static bool after_escape(struct input *input, int byte, char name[])
{
	if (byte == '\x1b') /* the second one begins again */
		return take_ascii(byte, name);
	input->len = 0;
	append(input, byte);
	input->state = byte == '['		       ? INPUT_CSI
		       : byte == 'O'		       ? INPUT_SS3
		       : byte && strchr("]PX^_", byte) ? INPUT_STRING
						       : INPUT_ALT;
	if (input->state != INPUT_ALT)
		return false;
	/* Alt and a character is no key, unless terminfo has it. */
	input->left = utf8_len(byte) - 1;
	return input->left <= 0 && end_sequence(input, name);
}

static bool in_sequence(struct input *input, int byte, char name[])
{
	bool is_csi = input->state == INPUT_CSI;
	bool is_parameter = is_csi ? byte < 0x40 : byte >= '0' && byte <= ';';

	if (byte == '[' && is_csi && input->len == 1)
		is_parameter = true; /* the Linux console's F1 to F5: "[[A" */
	append(input, byte);
	return !is_parameter && end_sequence(input, name);
}

static bool in_string(struct input *input, int byte, char name[])
{
	if (byte == '\a' || (input->state == INPUT_STRING_ESCAPE && byte == '\\'))
		return end_sequence(input, name);
	if (input->state == INPUT_STRING_ESCAPE) { /* another sequence cuts it short */
		input->state = INPUT_ESCAPE;
		return after_escape(input, byte, name);
	}
	if (byte == '\x1b')
		input->state = INPUT_STRING_ESCAPE;
	else
		append(input, byte);
	return false;
}

static bool take_byte(struct input *input, int byte, char name[])
{
	bool in_middle = input->state == INPUT_CSI || input->state == INPUT_SS3 ||
			 input->state == INPUT_MOUSE;

	/* What is broken off is dropped; the byte is on its own. */
	if (in_middle && (byte < 0x20 || (byte > 0x7e && input->state != INPUT_MOUSE)))
		input->state = INPUT_PLAIN;
	switch (input->state) {
	case INPUT_PLAIN:
		break;
	case INPUT_ESCAPE:
		return after_escape(input, byte, name);
	case INPUT_CSI:
	case INPUT_SS3:
		return in_sequence(input, byte, name);
	case INPUT_STRING:
	case INPUT_STRING_ESCAPE:
		return in_string(input, byte, name);
	case INPUT_MOUSE:
	case INPUT_ALT:
		if (--input->left <= 0)
			input->state = INPUT_PLAIN;
		return false;
	}
	if (byte != '\x1b')
		return take_character(input, byte, name);
	input->state = INPUT_ESCAPE;
	input->typed[0] = '\0';
	return false;
}

/* --- Pastes -------------------------------------------------------------------- */

/* Gather what is pasted; true with the whole of it at its end.  Terminals keep Esc out
 * of a paste: a lone one comes from a user whose terminal forgot the end. */
static bool take_key(struct input *input, char name[])
{
	bool is_blank =
		!strcmp(name, "Enter") || !strcmp(name, "Tab") || !strcmp(name, "Space");
	const char *text = is_blank ? " " : name;
	struct glyph glyph;
	size_t len = strlen(text);

	if (!strcmp(name, "Reply"))
		return true;
	if (!strcmp(name, "PasteBegin")) {
		input->is_pasting = true;
		buf_clear(&input->paste);
		return false;
	}
	if (!input->is_pasting)
		return strcmp(name, "PasteEnd");
	if (!strcmp(name, "PasteEnd") || !strcmp(name, "Esc")) {
		input->is_pasting = false;
		strcpy(name, "Paste");
		return true;
	}
	if (input->paste.len < PASTE_MOST && cell_next(text, len, &glyph) == len)
		buf_str(&input->paste, text);
	return false;
}

bool input_byte(struct input *input, int byte, char name[KEY_NAME_BYTES])
{
	return take_byte(input, byte, name) && take_key(input, name);
}

int input_patience(const struct input *input)
{
	return input->state == INPUT_PLAIN    ? 0
	       : input->is_pasting	      ? PASTE_MS
	       : input->state == INPUT_ESCAPE ? input->esc_delay
					      : SEQUENCE_MS;
}

bool input_silence(struct input *input, char name[KEY_NAME_BYTES])
{
	bool is_escape = input->state == INPUT_ESCAPE;

	input->state = INPUT_PLAIN;
	return is_escape && take_ascii('\x1b', name) && take_key(input, name);
}

/* --- Names --------------------------------------------------------------------- */

bool input_has_key(const char *name)
{
	struct glyph glyph;
	size_t len = strlen(name);
	char function[KEY_NAME_BYTES];

	for (int i = 0; i < NAMED_BYTES; i++)
		if (!strcmp(name, named_bytes[i].name))
			return true;
	for (int i = 0; i < SEQUENCES; i++)
		if (!strcmp(name, sequences[i].name) && strncmp(name, "Paste", 5))
			return true;
	for (int i = 1; i <= LAST_FUNCTION_KEY; i++) {
		snprintf(function, sizeof function, "F%d", i);
		if (!strcmp(name, function))
			return true;
	}
	if (name[0] == '^' && len == 2)
		return name[1] >= '@' && name[1] <= '_';
	return len > 0 && len < KEY_NAME_BYTES && cell_next(name, len, &glyph) == len;
}

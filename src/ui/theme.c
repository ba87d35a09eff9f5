#include "config.h"

#include "theme.h"

#include <stdlib.h>
#include <string.h>

/* clang-format off */
const struct look theme[ROLE_COUNT] = {
	/*                      letter  mono             attributes       hue */
	[ROLE_PLAIN]        = { ' ', 0,                  0,               HUE_NONE },
	[ROLE_DIM]          = { 'd', 0,                  0,               HUE_GREY },
	[ROLE_TITLE_ON]     = { 'F', LOOK_REVERSE | LOOK_BOLD,
	                             LOOK_REVERSE | LOOK_BOLD,            HUE_NONE },
	[ROLE_TITLE]        = { 'T', LOOK_BOLD,          LOOK_BOLD,       HUE_NONE },
	[ROLE_TAB]          = { 't', 0,                  0,               HUE_NONE },
	[ROLE_TAB_ON]       = { 'U', LOOK_BOLD | LOOK_UNDERLINE,
	                             LOOK_BOLD | LOOK_UNDERLINE,          HUE_NONE },
	[ROLE_CHIP]         = { 'c', LOOK_BOLD,          LOOK_BOLD,       HUE_CYAN },
	[ROLE_CHIP_OFF]     = { 'o', 0,                  0,               HUE_GREY },
	[ROLE_BORDER]       = { 'b', LOOK_DIM,           0,               HUE_LINE },
	[ROLE_BORDER_ON]    = { 'B', LOOK_BOLD,          LOOK_BOLD,       HUE_LINE_ON },
	[ROLE_HEADING]      = { 'H', LOOK_BOLD,          LOOK_BOLD,       HUE_NONE },
	[ROLE_LABEL]        = { 'l', 0,                  0,               HUE_BLUE },
	[ROLE_DATE]         = { 'D', 0,                  0,               HUE_GREEN },
	[ROLE_SUPPLIED]     = { 's', 0,                  0,               HUE_AMBER },
	[ROLE_POSSIBLE]     = { 'p', 0,                  0,               HUE_GREY },
	[ROLE_QUOTE]        = { 'q', LOOK_BOLD,          LOOK_BOLD,       HUE_NONE },
	[ROLE_NUMBER]       = { 'n', 0,                  0,               HUE_CYAN },
	[ROLE_SPEAKER]      = { 'P', LOOK_BOLD,          LOOK_BOLD,       HUE_NONE },
	[ROLE_BAR]          = { 'r', LOOK_BOLD,          LOOK_BOLD,       HUE_LINE_ON },
	[ROLE_LINK]         = { 'L', 0,                  0,               HUE_NONE },
	[ROLE_DAMAGED]      = { 'x', LOOK_BOLD,          LOOK_BOLD,       HUE_RED },
	[ROLE_MATCH]        = { 'm', LOOK_BOLD | LOOK_UNDERLINE,
	                             LOOK_BOLD | LOOK_UNDERLINE,          HUE_AMBER },
	[ROLE_SELECTED]     = { '#', LOOK_REVERSE,       LOOK_REVERSE,    HUE_NONE },
	[ROLE_SELECTED_DIM] = { '=', LOOK_UNDERLINE,     LOOK_UNDERLINE,  HUE_NONE },
	[ROLE_KEY]          = { 'k', LOOK_BOLD,          LOOK_BOLD,       HUE_NONE },
	[ROLE_HINT]         = { 'h', 0,                  0,               HUE_GREY },
	[ROLE_STATUS]       = { 'S', 0,                  0,               HUE_NONE },
	[ROLE_WARNING]      = { 'w', LOOK_BOLD,          LOOK_BOLD,       HUE_AMBER },
	[ROLE_ERROR]        = { 'e', LOOK_BOLD,          LOOK_BOLD,       HUE_RED },
};

/*
 * Of 256 colours, text has those with a contrast of at least 4.5 (WCAG 2) on the usual
 * dark, or light, themes; while the background is not known it has none.  Eight
 * colours are the user's own: green, yellow and cyan are readable on all the usual
 * dark themes, and none is on the light ones.
 */
const struct hue_numbers palettes[BACKGROUND_COUNT][HUE_COUNT] = {
	[BACKGROUND_UNKNOWN] = {
		[HUE_NONE]    = {  -1, -1 },
		[HUE_GREY]    = {  -1, -1 },
		[HUE_RED]     = {  -1, -1 },
		[HUE_GREEN]   = {  -1, -1 },
		[HUE_AMBER]   = {  -1, -1 },
		[HUE_BLUE]    = {  -1, -1 },
		[HUE_CYAN]    = {  -1, -1 },
		[HUE_LINE]    = { 243, -1 }, /* #767676 */
		[HUE_LINE_ON] = {  30, -1 }, /* #008787 */
	},
	[BACKGROUND_DARK] = {
		[HUE_NONE]    = {  -1, -1 },
		[HUE_GREY]    = { 248, -1 }, /* #a8a8a8 */
		[HUE_RED]     = { 210, -1 }, /* #ff8787 */
		[HUE_GREEN]   = { 114,  2 }, /* #87d787 */
		[HUE_AMBER]   = { 179,  3 }, /* #d7af5f */
		[HUE_BLUE]    = { 111,  6 }, /* #87afff */
		[HUE_CYAN]    = {  80,  6 }, /* #5fd7d7 */
		[HUE_LINE]    = { 246, -1 }, /* #949494 */
		[HUE_LINE_ON] = {  80,  6 }, /* #5fd7d7 */
	},
	[BACKGROUND_LIGHT] = {
		[HUE_NONE]    = {  -1, -1 },
		[HUE_GREY]    = { 241, -1 }, /* #626262 */
		[HUE_RED]     = { 124, -1 }, /* #af0000 */
		[HUE_GREEN]   = {  22, -1 }, /* #005f00 */
		[HUE_AMBER]   = {  94, -1 }, /* #875f00 */
		[HUE_BLUE]    = {  25, -1 }, /* #005faf */
		[HUE_CYAN]    = {  23, -1 }, /* #005f5f */
		[HUE_LINE]    = { 243, -1 }, /* #767676 */
		[HUE_LINE_ON] = {  30, -1 }, /* #008787 */
	},
};
/* clang-format on */

enum background background_of_variable(const char *value)
{
	const char *last = value ? strrchr(value, ';') : NULL;
	char *end;

	if (!last || !strchr("0123456789", last[1]) || !last[1])
		return BACKGROUND_UNKNOWN;
	long number = strtol(last + 1, &end, 10);

	if (*end || number > 15)
		return BACKGROUND_UNKNOWN;
	return number < 7 || number == 8 ? BACKGROUND_DARK : BACKGROUND_LIGHT;
}

enum background background_of_reply(const char *colour)
{
	static const double weights[] = { 0.3, 0.59, 0.11 };
	double brightness = 0;

	colour += strcspn(colour, ":"); /* "rgb" or "rgba" */
	for (int i = 0; i < 3; i++) {
		size_t digits =
			*colour ? strspn(colour + 1, "0123456789abcdefABCDEF") : 0;

		if (*colour != (i ? '/' : ':') || !digits || digits > 4)
			return BACKGROUND_UNKNOWN;
		double most = (double)((1L << 4 * digits) - 1);

		brightness += weights[i] * (double)strtol(colour + 1, NULL, 16) / most;
		colour += digits + 1;
	}
	return brightness < 0.5 ? BACKGROUND_DARK : BACKGROUND_LIGHT;
}

#include "config.h"

#include "theme.h"

/* clang-format off */
const struct look theme[ROLE_COUNT] = {
	/*                      letter  mono             attributes       hue */
	[ROLE_PLAIN]        = { ' ', 0,                  0,               HUE_NONE },
	[ROLE_DIM]          = { 'd', LOOK_DIM,           0,               HUE_GREY },
	[ROLE_TITLE]        = { 'T', LOOK_BOLD,          LOOK_BOLD,       HUE_NONE },
	[ROLE_TAB]          = { 't', 0,                  0,               HUE_NONE },
	[ROLE_TAB_ON]       = { 'U', LOOK_BOLD | LOOK_UNDERLINE,
	                             LOOK_BOLD | LOOK_UNDERLINE,          HUE_NONE },
	[ROLE_CHIP]         = { 'c', LOOK_BOLD,          LOOK_BOLD,       HUE_CYAN },
	[ROLE_CHIP_OFF]     = { 'o', LOOK_DIM,           0,               HUE_GREY },
	[ROLE_BORDER]       = { 'b', LOOK_DIM,           0,               HUE_GREY },
	[ROLE_BORDER_ON]    = { 'B', LOOK_BOLD,          LOOK_BOLD,       HUE_CYAN },
	[ROLE_HEADING]      = { 'H', LOOK_BOLD,          LOOK_BOLD,       HUE_NONE },
	[ROLE_LABEL]        = { 'l', 0,                  0,               HUE_BLUE },
	[ROLE_DATE]         = { 'D', 0,                  0,               HUE_GREEN },
	[ROLE_SUPPLIED]     = { 's', 0,                  0,               HUE_AMBER },
	[ROLE_POSSIBLE]     = { 'p', LOOK_DIM,           0,               HUE_GREY },
	[ROLE_QUOTE]        = { 'q', 0,                  0,               HUE_GREEN },
	[ROLE_LINK]         = { 'L', LOOK_UNDERLINE,     LOOK_UNDERLINE,  HUE_NONE },
	[ROLE_DAMAGED]      = { 'x', LOOK_BOLD,          LOOK_BOLD,       HUE_RED },
	[ROLE_MATCH]        = { 'm', LOOK_BOLD | LOOK_UNDERLINE,
	                             LOOK_BOLD | LOOK_UNDERLINE,          HUE_AMBER },
	[ROLE_SELECTED]     = { '#', LOOK_REVERSE,       LOOK_REVERSE,    HUE_NONE },
	[ROLE_SELECTED_DIM] = { '=', LOOK_UNDERLINE,     LOOK_UNDERLINE,  HUE_NONE },
	[ROLE_KEY]          = { 'k', LOOK_BOLD,          LOOK_BOLD,       HUE_NONE },
	[ROLE_HINT]         = { 'h', LOOK_DIM,           0,               HUE_GREY },
	[ROLE_STATUS]       = { 'S', 0,                  0,               HUE_NONE },
	[ROLE_WARNING]      = { 'w', LOOK_BOLD,          LOOK_BOLD,       HUE_AMBER },
	[ROLE_ERROR]        = { 'e', LOOK_BOLD,          LOOK_BOLD,       HUE_RED },
};

/*
 * Of 256 colours, those whose luminance lies so that they are read as well on
 * white as on black (a contrast of 4 to 1 or better, after WCAG 2).  Of eight,
 * yellow and blue are left out: one is lost on white, the other on black.
 */
const struct hue_numbers hues[HUE_COUNT] = {
	[HUE_NONE]  = {  -1, -1 },
	[HUE_GREY]  = { 243, -1 }, /* #767676 */
	[HUE_RED]   = { 131,  1 }, /* #af5f5f */
	[HUE_GREEN] = {  28,  2 }, /* #008700 */
	[HUE_AMBER] = { 130,  5 }, /* #af5f00 */
	[HUE_BLUE]  = {  63,  6 }, /* #5f5fff */
	[HUE_CYAN]  = {  30,  6 }, /* #008787 */
};
/* clang-format on */

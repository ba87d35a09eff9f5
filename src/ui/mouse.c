#include "config.h"

#include "mouse.h"

#include <stdio.h>

#include "action.h"
#include "draw.h"
#include "filter.h"
#include "settle.h"

/* Rows that a notch of the wheel scrolls. */
enum { NOTCH = 3 };

const char *act_mouse(struct ui *ui, int arg)
{
	(void)arg;
	ui->has_mouse = !ui->has_mouse;
	ui_say(ui, ROLE_STATUS, "%s",
	       ui->has_mouse ? "The mouse is on; F2 turns it off, Shift selects text."
			     : "The mouse is off; F2 turns it on.");
	return NULL;
}

/* --- What is under the pointer -------------------------------------------------- */

static bool rect_has(struct rect rect, const struct mouse *mouse)
{
	return mouse->row >= rect.row && mouse->row < rect.row + rect.rows &&
	       mouse->col >= rect.col && mouse->col < rect.col + rect.cols;
}

/* The pane, or SLOT_COUNT. */
static enum slot slot_under(const struct ui *ui, const struct mouse *mouse)
{
	enum slot slot = SLOT_LIST;

	while (slot < SLOT_COUNT && !(layout_shows(&ui->layout, slot) &&
				      rect_has(ui->layout.areas[slot], mouse)))
		slot++;
	return slot;
}

static struct spot spot_under(const struct ui *ui, const struct mouse *mouse)
{
	struct spot spot = { SPOT_NONE, 0 };
	struct canvas canvas;

	canvas_init(&canvas, ui->rows, ui->cols);
	canvas.ascii = ui->ascii;
	ui_draw(ui, &canvas);
	if (rect_has(canvas_all(&canvas), mouse))
		spot = canvas.cells[mouse->row * canvas.cols + mouse->col].spot;
	canvas_release(&canvas);
	return spot;
}

/* --- The wheel -------------------------------------------------------------------- */

/* The list turns, and what is selected stays in sight. */
static void wheel_list(struct ui *ui, int by)
{
	struct rect body = layout_body(&ui->layout, SLOT_LIST);
	struct list_view list = ui_list_view(ui);
	int seen = list_seen(&list, body), last;

	if (!ui->list.count || (by > 0 && list.top + seen >= ui->list.count))
		return;
	list.top += by;
	list.top = list.top < 0 ? 0 : list.top;
	list.top = list.top >= list.list->count ? list.list->count - 1 : list.top;
	seen = list_seen(&list, body);
	last = list.top + (seen ? seen : 1) - 1;
	ui->top = list.top;
	if (ui->cursor < list.top || ui->cursor > last)
		ui_select(ui, ui->cursor < list.top ? list.top : last);
}

static void wheel(struct ui *ui, enum slot slot, int by)
{
	if (ui->context == IN_PICKER)
		picker_go(&ui->picker, ui->picker.cursor + by);
	if (ui->context != IN_VIEWS || slot == SLOT_COUNT)
		return;
	if (slot == SLOT_LIST)
		wheel_list(ui, by);
	else if (slot == SLOT_TIME)
		time_move(ui, by);
	else if (view_turn(&ui->views[slot], ui->views[slot].top + by) &&
		 slot == SLOT_RECORD)
		ui_follow_cursor(ui);
}

/* --- Clicks ----------------------------------------------------------------------- */

static void select_row(struct ui *ui, enum slot slot, int row)
{
	if (slot == SLOT_LIST) {
		ui_select(ui, row);
		return;
	}
	view_go(&ui->views[slot], row);
	if (slot == SLOT_RECORD)
		ui_follow_cursor(ui);
}

/* A click that only gives the focus does nothing else. */
static void click_pane(struct ui *ui, enum slot slot, struct spot spot)
{
	if (slot == SLOT_COUNT)
		return;
	if (slot != ui->at.focus)
		ui_focus(ui, slot);
	else if (spot.kind == SPOT_ROW)
		select_row(ui, slot, spot.index);
}

static const char *click(struct ui *ui, enum slot slot, struct spot spot)
{
	switch (spot.kind) {
	case SPOT_TAB:
		snprintf(ui->key, sizeof ui->key, "%d", spot.index);
		return act_thread(ui, 0);
	case SPOT_CHIP:
		chip_switch(ui, spot.index);
		return NULL;
	case SPOT_CHIPS:
		return act_chips(ui, 0);
	case SPOT_PANE:
		ui_focus(ui, (enum slot)spot.index);
		return NULL;
	case SPOT_NONE:
	case SPOT_ROW:
	case SPOT_CHOICE:
		break;
	}
	click_pane(ui, slot, spot);
	return NULL;
}

void mouse_do(struct ui *ui, const struct mouse *mouse)
{
	enum slot slot = slot_under(ui, mouse);
	const char *why_not = NULL;

	if (mouse->act != MOUSE_CLICK) {
		wheel(ui, slot, mouse->act == MOUSE_WHEEL_UP ? -NOTCH : NOTCH);
		return;
	}
	struct spot spot = spot_under(ui, mouse);

	if (ui->context == IN_PICKER && spot.kind == SPOT_CHOICE)
		picker_go(&ui->picker, spot.index);
	else if (ui->context == IN_VIEWS)
		why_not = click(ui, slot, spot);
	if (why_not)
		ui_say(ui, ROLE_STATUS, "%s", why_not);
}

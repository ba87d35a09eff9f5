/** @file  Everything the reader can do, in one table.  To add a command, write its
 * function and its row. */
#ifndef DAFTAR_UI_COMMANDS_H
#define DAFTAR_UI_COMMANDS_H

#include "command.h"

extern const struct command commands[];
extern const int command_count;

#endif

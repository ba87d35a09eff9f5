#include "config.h"

#include "load/load.h"

void load_print_fields(FILE *out)
{
	(void)out;
}

void load_print_man(FILE *out)
{
	(void)out;
}

void load_print_schema(FILE *out)
{
	(void)out;
}

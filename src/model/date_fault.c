#include "config.h"

#include "date_parts.h"

void date_explain(struct arena *arena, const char *text, size_t len,
		  struct date_fault *fault)
{
	(void)arena;
	(void)text;
	(void)len;
	(void)fault;
}

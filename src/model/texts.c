#include "config.h"

#include "model/texts.h"

void texts_release(struct texts *texts)
{
	arena_clear(&texts->arena);
	*texts = (struct texts){ 0 };
}

#include "config.h"

#include <locale.h>
#include <stdio.h>

int main(void)
{
	setlocale(LC_ALL, "");
	puts(PACKAGE_STRING);
	return 0;
}

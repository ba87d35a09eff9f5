#include "config.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * Runs a fuzz target on each file of its corpus, without libFuzzer: the program
 * check_fuzz_NAME on tests/corpus/NAME.  A target aborts when it finds an error.
 */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *path)
{
	static uint8_t data[1 << 20];
	FILE *file = fopen(path, "rb");

	if (!file)
		return -1;
	size_t size = fread(data, 1, sizeof data, file);

	/* A separate block, so that a sanitiser detects an overrun. */
	uint8_t *copy = malloc(size ? size : 1);

	fclose(file);
	if (!copy)
		return -1;
	memcpy(copy, data, size);
	int result = LLVMFuzzerTestOneInput(copy, size);

	free(copy);
	return result;
}

int main(int argc, char **argv)
{
	const char *data = getenv("DATA");
	const char *name = argc > 0 ? strstr(argv[0], "check_fuzz_") : NULL;
	struct dirent **entries;
	char path[4096];
	int count, number = 0;

	if (!data || !name)
		return 99;
	snprintf(path, sizeof path, "%s/../corpus/%s", data,
		 name + strlen("check_fuzz_"));
	size_t len = strlen(path);

	count = scandir(path, &entries, NULL, alphasort);
	for (int i = 0; i < count; i++) {
		if (entries[i]->d_name[0] != '.') {
			snprintf(path + len, sizeof path - len, "/%s",
				 entries[i]->d_name);
			printf("%sok %d - %s\n", replay(path) ? "not " : "", ++number,
			       entries[i]->d_name);
			fflush(stdout);
		}
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	printf("1..%d\n", number);
	return number ? EXIT_SUCCESS : EXIT_FAILURE;
}

#include "config.h"

#include "text_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "text/clean.h"

/* What is being read, and what has gone wrong with it. */
struct reading {
	struct arena *arena;
	enum text_fault fault;
	const char *why;
};

/* Always -1, so that a caller can return it. */
static int refuse(struct reading *reading, enum text_fault fault, const char *why)
{
	reading->fault = fault;
	reading->why = why;
	return -1;
}

static int refuse_errno(struct reading *reading)
{
	return refuse(reading, errno == ENOENT ? TEXT_MISSING : TEXT_UNREADABLE,
		      arena_strdup(reading->arena, strerror(errno)));
}

/* Open one part of a path.  Neither a link nor a FIFO holds it up. */
static int open_part(struct reading *reading, int directory, const char *part,
		     bool is_last)
{
	int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK;
	struct stat info;

	if (!strcmp(part, ".."))
		return refuse(reading, TEXT_OUTSIDE, "\"..\" leaves the directory");
	if (!fstatat(directory, part, &info, AT_SYMLINK_NOFOLLOW) &&
	    S_ISLNK(info.st_mode))
		return refuse(reading, TEXT_OUTSIDE, "it is a symbolic link");
	int file = openat(directory, part, is_last ? flags : flags | O_DIRECTORY);

	return file < 0 ? refuse_errno(reading) : file;
}

static int open_beneath(struct reading *reading, int directory, const char *name)
{
	int file = -1;

	if (*name == '/')
		return refuse(reading, TEXT_OUTSIDE, "it is an absolute path");
	while (*name) {
		size_t len = strcspn(name, "/");
		const char *part = arena_strndup(reading->arena, name, len);

		name += len;
		name += strspn(name, "/");
		int next = open_part(reading, file < 0 ? directory : file, part, !*name);

		if (file >= 0)
			close(file);
		file = next;
		if (file < 0)
			return -1;
	}
	return file < 0 ? refuse(reading, TEXT_MISSING, "the name is empty") : file;
}

/* Read to the end; the size is not trusted, for the file may grow meanwhile. */
static int read_all(struct reading *reading, int file, struct buf *buf)
{
	char chunk[1 << 16];
	struct stat info;
	ssize_t got;

	if (fstat(file, &info))
		return refuse_errno(reading);
	if (!S_ISREG(info.st_mode))
		return refuse(reading, TEXT_UNREADABLE, "not a regular file");
	while ((got = read(file, chunk, sizeof chunk))) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return refuse_errno(reading);
		buf_add(buf, chunk, (size_t)got);
		if (buf->len > TEXT_FILE_MAX)
			return refuse(reading, TEXT_UNREADABLE,
				      "it is larger than 64 MiB");
	}
	size_t valid = clean_valid_len(buf->bytes, buf->len);

	if (valid < buf->len)
		return refuse(
			reading, TEXT_UNREADABLE,
			arena_printf(reading->arena, "invalid UTF-8 at byte %zu", valid));
	return 0;
}

/* Read what `file` is open on, if it is, and close it. */
static bool take(struct reading *reading, int file, const char **bytes, size_t *len)
{
	struct buf buf = BUF_INIT;
	bool ok = file >= 0 && !read_all(reading, file, &buf);

	if (file >= 0)
		close(file);
	if (ok) {
		*bytes = arena_strndup(reading->arena, buf.bytes, buf.len);
		*len = buf.len;
	}
	buf_release(&buf);
	return ok;
}

bool text_file_read(int directory, const char *name, struct arena *arena,
		    const char **bytes, size_t *len, enum text_fault *fault,
		    const char **why)
{
	struct reading reading = { .arena = arena };
	bool ok = take(&reading, open_beneath(&reading, directory, name), bytes, len);

	if (!ok) {
		*fault = reading.fault;
		*why = reading.why;
	}
	return ok;
}

bool text_file_open(const char *path, struct arena *arena, const char **bytes,
		    size_t *len, const char **why)
{
	struct reading reading = { .arena = arena };
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

	if (file < 0)
		refuse_errno(&reading);
	bool ok = take(&reading, file, bytes, len);

	if (!ok)
		*why = reading.why;
	return ok;
}

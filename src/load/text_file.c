#include "config.h"

#include "text_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "text/clean.h"

/* Returns -1. */
static int refuse(struct text_file *text, enum text_fault fault, const char *why)
{
	text->fault = fault;
	text->why = why;
	return -1;
}

static int refuse_errno(struct text_file *text)
{
	return refuse(text, errno == ENOENT ? TEXT_MISSING : TEXT_UNREADABLE,
		      arena_strdup(text->arena, strerror(errno)));
}

/* Open one part of a path.  Rejects links and does not block on a FIFO. */
static int open_part(struct text_file *text, int directory, const char *part,
		     bool is_last)
{
	int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK;
	struct stat info;

	if (!strcmp(part, ".."))
		return refuse(text, TEXT_OUTSIDE, "\"..\" leaves the directory");
	if (!fstatat(directory, part, &info, AT_SYMLINK_NOFOLLOW) &&
	    S_ISLNK(info.st_mode))
		return refuse(text, TEXT_OUTSIDE, "it is a symbolic link");
	int file = openat(directory, part, is_last ? flags : flags | O_DIRECTORY);

	return file < 0 ? refuse_errno(text) : file;
}

static int open_beneath(struct text_file *text, int directory, const char *name)
{
	int file = -1;

	if (*name == '/')
		return refuse(text, TEXT_OUTSIDE, "it is an absolute path");
	while (*name) {
		size_t len = strcspn(name, "/");
		const char *part = arena_strndup(text->arena, name, len);

		name += len;
		name += strspn(name, "/");
		int next = open_part(text, file < 0 ? directory : file, part, !*name);

		if (file >= 0)
			close(file);
		file = next;
		if (file < 0)
			return -1;
	}
	return file < 0 ? refuse(text, TEXT_MISSING, "the name is empty") : file;
}

/* Read to the end.  The size is not trusted, since the file may grow. */
static int read_all(struct text_file *text, int file, struct buf *buf)
{
	char chunk[1 << 16];
	struct stat info;
	ssize_t got;

	if (fstat(file, &info))
		return refuse_errno(text);
	if (!S_ISREG(info.st_mode))
		return refuse(text, TEXT_UNREADABLE, "not a regular file");
	while ((got = read(file, chunk, sizeof chunk))) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return refuse_errno(text);
		buf_add(buf, chunk, (size_t)got);
		if (buf->len > TEXT_FILE_MAX)
			return refuse(text, TEXT_UNREADABLE, "it is larger than 64 MiB");
	}
	size_t valid = clean_valid_len(buf->bytes, buf->len);

	if (valid < buf->len)
		return refuse(
			text, TEXT_UNREADABLE,
			arena_printf(text->arena, "invalid UTF-8 at byte %zu", valid));
	return 0;
}

/* Read and close a file descriptor; -1 means that opening it failed. */
static bool take(struct text_file *text, int file)
{
	struct buf buf = BUF_INIT;
	bool ok = file >= 0 && !read_all(text, file, &buf);

	if (file >= 0)
		close(file);
	if (ok) {
		text->bytes = arena_strndup(text->arena, buf.bytes, buf.len);
		text->len = buf.len;
	}
	buf_release(&buf);
	return ok;
}

bool text_file_read(struct text_file *text, int directory, const char *name)
{
	return take(text, open_beneath(text, directory, name));
}

bool text_file_open(struct text_file *text, const char *path)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

	if (file < 0)
		refuse_errno(text);
	return take(text, file);
}

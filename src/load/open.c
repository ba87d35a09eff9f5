/* Opening and reading the files of a dossier. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fail.h"
#include "source_file.h"
#include "stream.h"

static int read_file(void *data, unsigned char *bytes, size_t size, size_t *len)
{
	struct stream *stream = data;
	ssize_t got;

	do
		got = read(stream->fd, bytes, size);
	while (got < 0 && errno == EINTR);
	if (got < 0) {
		stream->read_error = errno;
		return 0;
	}
	*len = (size_t)got;
	stream->read += *len;
	hidden_scan(&stream->hidden, stream->file, bytes, *len);
	return stream->read <= LIMIT_FILE;
}

/* Is it a regular file?  Else errno, or 0 for another kind of file. */
static bool is_regular(int result, const struct stat *status)
{
	if (result < 0)
		return false;
	errno = 0;
	return S_ISREG(status->st_mode);
}

int stream_open_file(const char *path, const char **why)
{
	struct stat status;
	int fd = -1;

	/* Check the kind first: a device may react to being opened.  It may change
	 * before the file is open, so check again; O_NONBLOCK: a FIFO must not block. */
	if (is_regular(stat(path, &status), &status))
		fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
	if (fd >= 0 && is_regular(fstat(fd, &status), &status))
		return fd;
	*why = errno ? strerror(errno) : "not a regular file";
	if (fd >= 0)
		close(fd);
	return -1;
}

void stream_stop_unreadable(struct stream *stream, const char *why)
{
	file_diag(stream->file, DIAG_FILE_UNREADABLE, (struct spot){ 0 },
		  "cannot read the file: %s", why);
	diag_help(&stream->file->diags, "make the file readable, or remove it");
	stream_stop(stream);
}

void stream_stop_large(struct stream *stream)
{
	file_diag(stream->file, DIAG_FILE_LARGE, (struct spot){ 0 },
		  "the file is larger than 1 GiB");
	diag_help(&stream->file->diags,
		  "split it: every *.yaml file of the directory is read");
	stream_stop(stream);
}

/* Open the file on disk; false, reported, on failure. */
static bool open_on_disk(struct stream *stream)
{
	const char *why;
	struct stat status;

	stream->fd = stream_open_file(stream->file->source.name, &why);
	if (stream->fd < 0)
		stream_stop_unreadable(stream, why);
	else if (!fstat(stream->fd, &status) && status.st_size > LIMIT_FILE)
		stream_stop_large(stream);
	return !stream->is_over;
}

bool stream_open(struct stream *stream, struct source_file *file)
{
	*stream = (struct stream){ .file = file,
				   .fd = -1,
				   .log = BUF_INIT,
				   .anchors = BUF_INIT,
				   .names.arena = &file->scratch };
	if (!file->source.text && !open_on_disk(stream)) {
		stream_close(stream);
		return false;
	}
	if (!yaml_parser_initialize(&stream->parser))
		fail_memory();
	stream->has_parser = true;
	if (file->source.text)
		hidden_scan(&stream->hidden, file,
			    (const unsigned char *)file->source.text, file->source.len);
	if (file->source.text)
		yaml_parser_set_input_string(&stream->parser,
					     (const unsigned char *)file->source.text,
					     file->source.len);
	else
		yaml_parser_set_input(&stream->parser, read_file, stream);
	return true;
}

void stream_close(struct stream *stream)
{
	if (stream->has_event)
		yaml_event_delete(&stream->event);
	if (stream->has_parser)
		yaml_parser_delete(&stream->parser);
	if (stream->fd >= 0)
		close(stream->fd);
	buf_release(&stream->log);
	buf_release(&stream->anchors);
	stream->has_event = stream->has_parser = false;
	stream->fd = -1;
}

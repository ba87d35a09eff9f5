/** @file  SHA-256 (FIPS 180-4), to tell whether a source text has changed. */
#ifndef DAFTAR_BASE_SHA256_H
#define DAFTAR_BASE_SHA256_H

#include <stddef.h>

enum { SHA256_HEX = 65 };

/** The checksum of `len` bytes, as sha256sum prints it, NUL-terminated. */
void sha256(const void *bytes, size_t len, char hex[SHA256_HEX]);

#endif

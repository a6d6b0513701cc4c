// zlib for Swift: one call, because deflateInit2 is a macro and macros with arguments are not imported.
#ifndef DIEMDANH_CZLIB_H
#define DIEMDANH_CZLIB_H

#include <limits.h>
#include <string.h>
#include <zlib.h>

/// Compresses into a gzip member (RFC 1952) with a fixed header, so that equal input gives equal output.
/// Returns the compressed length, or 0 when it does not fit into `capacity`.
static inline size_t czlib_gzip(const unsigned char *input, size_t count, unsigned char *output, size_t capacity) {
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (count > UINT_MAX || capacity > UINT_MAX) return 0;
    // 15 window bits, +16 asks for the gzip wrapper.
    if (deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    stream.next_in = (unsigned char *)input;
    stream.avail_in = (uInt)count;
    stream.next_out = output;
    stream.avail_out = (uInt)capacity;
    int result = deflate(&stream, Z_FINISH);
    size_t length = stream.total_out;
    deflateEnd(&stream);
    return result == Z_STREAM_END ? length : 0;
}

#endif

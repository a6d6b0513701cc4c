#ifndef DIEMDANH_CZXING_H
#define DIEMDANH_CZXING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What one QR code says, valid during the call only: its text in UTF-8, and the bytes it was made of where these are
/// all that it holds (`byte_count` is 0 if the code names a character set of its own).
struct czxing_code {
    const char *text;
    size_t text_count;
    const uint8_t *bytes;
    size_t byte_count;
};

/// Calls `found` for each QR code in a grey picture of `width` × `height` bytes, row after row; at most `limit` codes.
///
/// With `is_patient` it is a photo, also turned and shrunk. Without it, a camera's frame, read at half of its size, then
/// whole, then sharpened, until one of them shows a code. Returns false when the reader itself failed: no exception
/// leaves this function.
bool czxing_read(
    const uint8_t *grey, int width, int height, int limit, bool is_patient, void *context,
    void (*found)(void *context, struct czxing_code code));

#ifdef __cplusplus
}
#endif

#endif

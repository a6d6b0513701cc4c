#include "CZXing.h"

// Without it `text()` is a wide string (zxing-cpp 1.4).
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <exception>
#include <string>

namespace {

ZXing::DecodeHints hints(int limit, bool is_patient)
{
    return ZXing::DecodeHints()
        .setFormats(ZXing::BarcodeFormat::QRCode)
        .setMaxNumberOfSymbols(static_cast<uint8_t>(limit))
        .setTryHarder(true)
        .setTryRotate(is_patient)
        .setTryDownscale(is_patient);
}

} // namespace

bool czxing_read(
    const uint8_t *grey, int width, int height, int limit, bool is_patient, void *context,
    void (*found)(void *context, struct czxing_code code))
try {
    const ZXing::ImageView view(grey, width, height, ZXing::ImageFormat::Lum);
    for (const auto &result : ZXing::ReadBarcodes(view, hints(limit, is_patient))) {
        if (!result.isValid()) continue;
        const std::string text = result.text();
        const ZXing::ByteArray &bytes = result.bytes();
        found(context, {text.data(), text.size(), bytes.data(), result.hasECI() ? 0 : bytes.size()});
    }
    return true;
} catch (const std::exception &) {
    return false;
}

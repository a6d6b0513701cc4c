#include "CZXing.h"

// Without it `text()` is a wide string (zxing-cpp 1.4).
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <exception>
#include <string>

namespace {

// Uneven light wants a threshold for each neighbourhood; a faint or leaning code is told better by one for the picture.
constexpr ZXing::Binarizer binarizers[] = {ZXing::Binarizer::LocalAverage, ZXing::Binarizer::GlobalHistogram};

ZXing::DecodeHints hints(ZXing::Binarizer binarizer, int limit, bool is_patient)
{
    return ZXing::DecodeHints()
        .setBinarizer(binarizer)
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
    for (const auto binarizer : binarizers) {
        const auto results = ZXing::ReadBarcodes(view, hints(binarizer, limit, is_patient));
        for (const auto &result : results) {
            const std::string text = result.text();
            const ZXing::ByteArray &bytes = result.bytes();
            found(context, {text.data(), text.size(), bytes.data(), result.hasECI() ? 0 : bytes.size()});
        }
        if (!results.empty()) break;
    }
    return true;
} catch (const std::exception &) {
    return false;
}

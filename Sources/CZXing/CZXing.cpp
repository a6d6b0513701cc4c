#include "CZXing.h"

// Without it `text()` is a wide string (zxing-cpp 1.4).
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <exception>
#include <string>
#include <vector>

namespace {

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

struct Grey {
    std::vector<uint8_t> dots;
    int width, height;

    ZXing::ImageView view() const { return {dots.data(), width, height, ZXing::ImageFormat::Lum}; }
};

// The mean of each four dots: noise is halved, and a reader has a quarter to look at.
Grey halved(const uint8_t *grey, int width, int height)
{
    Grey half{std::vector<uint8_t>(size_t(width / 2) * (height / 2)), width / 2, height / 2};
    auto to = half.dots.begin();
    for (int row = 0; row < half.height; row++) {
        const uint8_t *from = grey + size_t(row) * 2 * width;
        for (int column = 0; column < half.width; column++, from += 2)
            *to++ = uint8_t((from[0] + from[1] + from[width] + from[width + 1] + 2) / 4);
    }
    return half;
}

// Each dot is taken three times as far from the mean of the 9 × 9 around it: what blur has spread is drawn together.
// The border stays as it is.
Grey sharpened(const Grey &grey)
{
    constexpr int reach = 4, side = 2 * reach + 1, strength = 3;
    Grey sharp = grey;
    const int width = grey.width;
    std::vector<int> columns(width);
    for (int row = 0; row < grey.height; row++) {
        for (int column = 0; column < width; column++) {
            columns[column] += grey.dots[size_t(row) * width + column];
            if (row >= side) columns[column] -= grey.dots[size_t(row - side) * width + column];
        }
        if (row < side - 1) continue;
        int sum = 0;
        for (int column = 0; column < width; column++) {
            sum += columns[column] - (column >= side ? columns[column - side] : 0);
            if (column < side - 1) continue;
            uint8_t &dot = sharp.dots[size_t(row - reach) * width + column - reach];
            dot = uint8_t(std::clamp(dot + strength * (dot - sum / (side * side)), 0, 255));
        }
    }
    return sharp;
}

struct Reading {
    int limit;
    bool is_patient;
    void *context;
    void (*found)(void *context, struct czxing_code code);

    bool operator()(const ZXing::ImageView &view, ZXing::Binarizer binarizer) const
    {
        const auto results = ZXing::ReadBarcodes(view, hints(binarizer, limit, is_patient));
        for (const auto &result : results) {
            const std::string text = result.text();
            const ZXing::ByteArray &bytes = result.bytes();
            found(context, {text.data(), text.size(), bytes.data(), result.hasECI() ? 0 : bytes.size()});
        }
        return !results.empty();
    }
};

// Half of the size reads most frames, the noisiest among them, in a third of the time; small codes want all dots.
void read_frame(const uint8_t *grey, int width, int height, const Reading &read)
{
    const Grey half = halved(grey, width, height);
    const ZXing::ImageView whole(grey, width, height, ZXing::ImageFormat::Lum);
    read(half.view(), ZXing::Binarizer::LocalAverage) || read(whole, ZXing::Binarizer::LocalAverage)
        || read(whole, ZXing::Binarizer::GlobalHistogram) || read(sharpened(half).view(), ZXing::Binarizer::LocalAverage);
}

// Uneven light wants a threshold for each neighbourhood; a faint or leaning code is told better by one for the picture.
void read_photo(const uint8_t *grey, int width, int height, const Reading &read)
{
    const ZXing::ImageView whole(grey, width, height, ZXing::ImageFormat::Lum);
    read(whole, ZXing::Binarizer::LocalAverage) || read(whole, ZXing::Binarizer::GlobalHistogram);
}

} // namespace

bool czxing_read(
    const uint8_t *grey, int width, int height, int limit, bool is_patient, void *context,
    void (*found)(void *context, struct czxing_code code))
try {
    const Reading read{limit, is_patient, context, found};
    const bool is_frame = !is_patient && width > 1 && height > 1;
    (is_frame ? read_frame : read_photo)(grey, width, height, read);
    return true;
} catch (const std::exception &) {
    return false;
}

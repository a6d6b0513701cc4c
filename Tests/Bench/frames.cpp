// How long zxing-cpp alone takes for each grey map named on the command line: milliseconds, one a line; the fastest of five.
#include "CZXing.h"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <vector>

static void ignore(void *, struct czxing_code) {}

int main(int count, char **names)
{
    for (int i = 1; i < count; i++) {
        std::ifstream file(names[i], std::ios::binary);
        int width = 0, height = 0, white = 0;
        file.ignore(2) >> width >> height >> white;
        file.get();
        const std::vector<uint8_t> dots((std::istreambuf_iterator<char>(file)), {});
        double best = 1e9;
        for (int round = 0; round < 5; round++) {
            const auto begun = std::chrono::steady_clock::now();
            czxing_read(dots.data(), width, height, 8, false, nullptr, ignore);
            const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begun;
            best = std::min(best, taken.count());
        }
        std::printf("%.3f\n", best);
    }
}

import QRCode
import Testing

/// No picture may end the process; whatever else it does is a text, nothing, or a ``PictureError``.
@Suite struct HostilePictureTests {
    @Test func aPictureThatBreaksOffAnywhereIsSurvived() throws {
        for sample in try PictureFile.samples() {
            for length in stride(from: 0, to: sample.file.count, by: max(1, sample.file.count / 50)) {
                expectSurvival(Array(sample.file.prefix(length)), sample)
            }
        }
    }

    @Test func aPictureWithBrokenBitsIsSurvived() throws {
        var generator = Sequence64(state: 42)
        for sample in try PictureFile.samples() {
            for round in 0..<80 {
                var file = sample.file
                for _ in 0...round / 4 {
                    // Half of them in the head, where lengths and kinds stand.
                    let end = round.isMultiple(of: 2) ? min(file.count, 700) : file.count
                    file[Int.random(in: 0..<end, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                }
                expectSurvival(file, sample)
            }
        }
    }

    @Test func aCodeWithOverpaintedModulesIsSurvivedAndNeverMisread() throws {
        var generator = Sequence64(state: 7)
        let code = try QRCode(text: PictureFile.card, level: .low)
        let clean = try PictureFile.frame((code, 20, 20))
        for round in 0..<200 {
            var pixels = clean.pixels
            for _ in 0..<round / 2 { overpaint(&pixels, &generator) }
            let frame = try #require(GreyFrame(width: 480, height: 480, pixels: pixels))
            for text in frame.texts(isPatient: round.isMultiple(of: 2)) { #expect(text == PictureFile.card) }
        }
    }

    @Test func noiseOfEverySizeIsSurvived() throws {
        var generator = Sequence64(state: 3)
        for side in [1, 2, 3, 5, 8, 21, 40, 100, 333, 640] {
            for other in [1, 2, 20, 480] {
                let pixels = (0..<side * other).map { _ in UInt8.random(in: 0...255, using: &generator) }
                let frame = try #require(GreyFrame(width: side, height: other, pixels: pixels))
                #expect(frame.texts(isPatient: true) == [])
            }
        }
    }

    private func expectSurvival(_ file: [UInt8], _ sample: (file: [UInt8], format: Picture.Format, text: String)) {
        let texts = try? Picture(file, format: sample.format).texts()
        for text in texts ?? [] { #expect(text == sample.text) }
    }

    /// Turns one block of six by six dots, which is a module, to black or white.
    private func overpaint(_ pixels: inout [UInt8], _ generator: inout Sequence64) {
        let row = 20 + 6 * Int.random(in: 0..<60, using: &generator)
        let column = 20 + 6 * Int.random(in: 0..<60, using: &generator)
        let grey: UInt8 = Bool.random(using: &generator) ? 20 : 235
        for line in row..<row + 6 {
            for place in column..<column + 6 { pixels[line * 480 + place] = grey }
        }
    }
}

/// The same numbers in each run (SplitMix64), so that what was found once is found again.
struct Sequence64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

import Foundation
import QRCode
import Testing

/// Pictures to be read: drawn here, or kept as files because a camera's JPEG cannot be drawn.
enum PictureFile {
    static let badge = "1482157482157910123456789"
    static let card =
        "001190000017||Bùi Thị Ví Dụ|08031990|Nữ|Thôn Ví Dụ, Tiến Xuân, Thạch Thất, Hà Nội|01072021"

    static func fixture(_ name: String) throws -> [UInt8] {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return [UInt8](try Data(contentsOf: tests.appending(path: "Fixtures/pictures/\(name)")))
    }

    /// A grey frame of one colour with codes pasted in, each at a row and a column.
    static func frame(
        width: Int = 480, height: Int = 480, grey: UInt8 = 190, dot: Int = 6,
        _ codes: (QRCode, row: Int, column: Int)...
    ) throws -> GreyFrame {
        var pixels = [UInt8](repeating: grey, count: width * height)
        for (code, top, left) in codes {
            for row in 0..<(code.width + 8) * dot {
                for column in 0..<(code.width + 8) * dot {
                    let isDark = code.isDark(row: row / dot - 4, column: column / dot - 4)
                    pixels[(top + row) * width + left + column] = isDark ? 20 : 235
                }
            }
        }
        return try #require(GreyFrame(width: width, height: height, pixels: pixels))
    }

    /// As a camera sees it in the dark: each dot is off by up to 120 either way.
    static func noisy(_ frame: GreyFrame) throws -> GreyFrame {
        var state: UInt32 = 20_240_815
        let pixels = frame.pixels.map { grey in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(clamping: Int(grey) + Int(state >> 16) % 241 - 120)
        }
        return try #require(GreyFrame(width: frame.width, height: frame.height, pixels: pixels))
    }

    /// As a camera sees it out of focus: twice the mean of what is within four dots to the left and right, above and below.
    static func blurred(_ frame: GreyFrame) throws -> GreyFrame {
        var pixels = frame.pixels
        for step in [1, frame.width, 1, frame.width] {
            let before = pixels
            for place in 4 * step..<(before.count - 4 * step) {
                pixels[place] = UInt8((-4...4).reduce(0) { $0 + Int(before[place + $1 * step]) } / 9)
            }
        }
        return try #require(GreyFrame(width: frame.width, height: frame.height, pixels: pixels))
    }

    static func pgm(_ frame: GreyFrame) -> [UInt8] {
        Array("P5\n\(frame.width) \(frame.height)\n255\n".utf8) + frame.pixels
    }

    /// One file of each format, and what it says.
    static func samples() throws -> [(file: [UInt8], format: Picture.Format, text: String)] {
        let code = try QRCode(digits: badge)
        return [
            (try code.png(), .png, badge),
            (pgm(try frame((code, 100, 120))), .pgm, badge),
            (try fixture("badge.jpg"), .jpeg, badge),
            (try fixture("badge-progressive.jpg"), .jpeg, badge),
            (try fixture("card.jpg"), .jpeg, card),
        ]
    }
}

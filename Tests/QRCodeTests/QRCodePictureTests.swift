import QRCode
import Testing

@Suite struct QRCodePictureTests {
    private let badge = "1482157482157910123456789"

    @Test func theSVGDrawsExactlyTheDarkModules() throws {
        let code = try QRCode(digits: badge)
        let drawn = try modules(drawnBy: code.svg(pixelsPerModule: 5, quietZone: 4))
        for row in -4..<25 {
            for column in -4..<25 {
                #expect(drawn.contains([row + 4, column + 4]) == code.isDark(row: row, column: column))
            }
        }
    }

    @Test func theSVGHasItsSizeAndViewBox() throws {
        let svg = try QRCode(digits: badge).svg(pixelsPerModule: 5, quietZone: 4)
        #expect(svg.hasPrefix(#"<svg xmlns="http://www.w3.org/2000/svg" width="145" height="145" viewBox="0 0 29 29""#))
        #expect(svg.hasSuffix("</svg>"))
    }

    @Test func thePNGIsOneBitPerPixelAndAsLargeAsAsked() throws {
        let png = try QRCode(digits: badge).png(pixelsPerModule: 5, quietZone: 4)
        #expect(png.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
        let header = try #require(chunk("IHDR", of: png))
        #expect(header == [0, 0, 0, 145, 0, 0, 0, 145, 1, 3, 0, 0, 0])
        #expect(chunk("PLTE", of: png) == [255, 255, 255, 0, 0, 0])
        #expect(chunk("IEND", of: png) == [])
        #expect(png.count < 1_000)
    }

    @Test(arguments: [(-3, 29), (0, 29), (1, 29), (40, 1_160), (1_000_000, 1_160)])
    func aModuleIsBetween1And40Pixels(asked: Int, side: Int) throws {
        let header = try #require(chunk("IHDR", of: try QRCode(digits: badge).png(pixelsPerModule: asked)))
        #expect(header[2...3].reduce(0) { $0 << 8 | Int($1) } == side)
    }

    /// Row and column of each square the path `M… …h…v1h-…z` covers.
    private func modules(drawnBy svg: String) throws -> Set<[Int]> {
        let path = try #require(svg.split(separator: #"<path d=""#).last?.split(separator: "\"").first)
        return try path.split(separator: "z").reduce(into: []) { modules, run in
            let match = try #require(run.wholeMatch(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)/))
            let (column, row, length) = try (number(match.1), number(match.2), number(match.3))
            #expect(match.3 == match.4)
            modules.formUnion((column..<column + length).map { [row, $0] })
        }
    }

    private func number(_ text: Substring) throws -> Int {
        try #require(Int(text))
    }

    /// The content of the first chunk of this type.
    private func chunk(_ type: String, of png: [UInt8]) -> [UInt8]? {
        var rest = png.dropFirst(8)
        while rest.count >= 12 {
            let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
            if rest.dropFirst(4).prefix(4).elementsEqual(type.utf8) { return Array(rest.dropFirst(8).prefix(length)) }
            rest = rest.dropFirst(12 + length)
        }
        return nil
    }
}

/// A picture of grey dots, one byte each from black (0) to white (255), row after row.
package struct GreyFrame: Sendable, Equatable {
    package let width: Int
    package let height: Int
    package let pixels: [UInt8]

    /// Nil unless there are exactly `width` × `height` dots, at least one.
    package init?(width: Int, height: Int, pixels: [UInt8]) {
        guard width > 0, height > 0, width <= PictureError.mostPixels, height <= PictureError.mostPixels,
            width * height == pixels.count
        else { return nil }
        (self.width, self.height, self.pixels) = (width, height, pixels)
    }

    /// The same picture with one dot for each square of `divisor` × `divisor`, their average; what is left over at the
    /// right and at the bottom is cut off.
    func reduced(by divisor: Int) -> GreyFrame {
        let (columns, rows) = (width / divisor, height / divisor)
        guard divisor > 1, columns > 0, rows > 0 else { return self }
        var reduced = [UInt8](repeating: 0, count: columns * rows)
        pixels.withUnsafeBufferPointer { pixels in
            var sums = [Int](repeating: 0, count: columns)
            for row in 0..<rows {
                for column in 0..<columns { sums[column] = 0 }
                for line in 0..<divisor {
                    var place = (row * divisor + line) * width
                    for column in 0..<columns {
                        for _ in 0..<divisor {
                            sums[column] += Int(pixels[place])
                            place += 1
                        }
                    }
                }
                for column in 0..<columns {
                    reduced[row * columns + column] = UInt8(sums[column] / (divisor * divisor))
                }
            }
        }
        return GreyFrame(width: columns, height: rows, pixels: reduced) ?? self
    }
}

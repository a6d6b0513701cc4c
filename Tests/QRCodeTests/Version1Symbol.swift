import QRCode

/// An independent reading of a clean version 1 symbol with numeric content, after ISO/IEC 18004, without error correction.
struct Version1Symbol {
    /// The correction level's two bits: 01 low, 00 medium, 11 quartile, 10 high.
    let levelBits: Int
    /// The digits it says.
    let digits: String

    init(_ code: QRCode) {
        let format = Self.format(of: code)
        levelBits = format >> 3
        digits = Self.digits(in: Self.dataBits(of: code, mask: format & 7))
    }

    /// The five bits beside the upper left finder, their own mask taken off.
    private static func format(of code: QRCode) -> Int {
        (0..<5).reduce(0) { $0 << 1 | (code.isDark(row: 8, column: $1) ? 1 : 0) } ^ 0b10101
    }

    /// The data modules in reading order: column pairs from the right, upwards and downwards in turn.
    private static func dataBits(of code: QRCode, mask: Int) -> [Int] {
        let pairs = [20, 18, 16, 14, 12, 10, 8, 5, 3, 1]
        return pairs.enumerated().flatMap { index, right in
            let rows = index.isMultiple(of: 2) ? Array((0..<21).reversed()) : Array(0..<21)
            return rows.flatMap { row in
                [right, right - 1].filter { !isFunction(row: row, column: $0) }.map { column in
                    code.isDark(row: row, column: column) != isMasked(mask, row, column) ? 1 : 0
                }
            }
        }
    }

    /// Finders with their borders and format bits, and the two timing lines.
    private static func isFunction(row: Int, column: Int) -> Bool {
        (row < 9 && column < 9) || (row < 9 && column > 12) || (row > 12 && column < 9) || row == 6 || column == 6
    }

    private static func isMasked(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }

    /// Mode 0001, ten bits of count, then three digits in ten bits, two in seven, one in four.
    private static func digits(in bits: [Int]) -> String {
        var rest = bits[...]
        func take(_ count: Int) -> Int {
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count).reduce(0) { $0 << 1 | $1 }
        }
        guard take(4) == 1 else { return "" }
        var left = take(10)
        var digits = ""
        while left > 0 {
            let group = min(left, 3)
            let number = String(take([4, 7, 10][group - 1]))
            digits += String(repeating: "0", count: max(0, group - number.count)) + number
            left -= group
        }
        return digits
    }
}

/// The place of a cell, written `AB12` in a workbook.
package struct CellReference: Hashable, Sendable {
    /// The first row is 1.
    package let row: Int
    /// The first column, A, is 0.
    package let column: Int

    /// Nil for anything but letters followed by digits, and beyond a sheet's 1,048,576 rows and 16,384 columns.
    package init?(_ text: some StringProtocol) {
        var column = 0
        var row = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0 && column < 16_384:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0 && row <= 1_048_576:
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "$"): continue
            default: return nil
            }
        }
        guard (1...16_384).contains(column), (1...1_048_576).contains(row) else { return nil }
        (self.row, self.column) = (row, column - 1)
    }
}

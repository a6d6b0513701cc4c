/// A text over several columns of one row, or a number in one.
struct XLSXSpan {
    var text: String
    /// Written instead of the text, in one column.
    var number: Int?
    var columns: ClosedRange<Int>
    var format: XLSXFormat
}

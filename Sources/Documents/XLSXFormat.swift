internal import CXLSXWriter

/// How a cell looks. Everything is set in Times New Roman (Nghị định 30/2020/NĐ-CP, phụ lục I).
struct XLSXFormat: Hashable {
    /// In points.
    var size = 12.0
    var isBold = false
    var isItalic = false
    var isCentred = false
    var hasBorder = false
    var wraps = false

    static let plain = XLSXFormat()
    static let cell = XLSXFormat(hasBorder: true, wraps: true)
    static let centredCell = XLSXFormat(isCentred: true, hasBorder: true, wraps: true)
    static let columnTitle = XLSXFormat(isBold: true, isCentred: true, hasBorder: true, wraps: true)
    static let title = XLSXFormat(size: 14, isBold: true, isCentred: true, wraps: true)
    static let centredBold = XLSXFormat(isBold: true, isCentred: true, wraps: true)
    static let centredItalic = XLSXFormat(isItalic: true, isCentred: true, wraps: true)
    static let small = XLSXFormat(size: 9, isItalic: true)

    /// Sets the library's format.
    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        format_set_font_name(format, "Times New Roman")
        format_set_font_size(format, size)
        if isBold { format_set_bold(format) }
        if isItalic { format_set_italic(format) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        if isCentred { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
        if hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if wraps { format_set_text_wrap(format) }
    }
}

/// Puts the `t` elements of a shared or inline string together, with the fonts of its runs.
struct TextCollector {
    let limits: FileLimits
    private var result = XLSXText()
    private var bytes: [UInt8] = []
    private var font: String?
    private var isInText = false
    /// Inside a reading aid (`rPh`), whose text is not part of the cell.
    private var isInPhonetics = false
    private var cellBytes = 0
    private var allBytes = 0

    init(limits: FileLimits) {
        self.limits = limits
    }

    mutating func start(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "t": isInText = !isInPhonetics
        case "rPh": isInPhonetics = true
        case "r": font = nil
        case "rFont": font = attributes["val"]
        default: break
        }
    }

    /// Throws `cellTooLong`, or `expandsTooFar` once all texts together are too long.
    mutating func text(_ piece: UnsafeRawBufferPointer) throws(RosterFileError) {
        guard isInText else { return }
        cellBytes += piece.count
        allBytes += piece.count
        guard cellBytes <= limits.cellBytes else { throw RosterFileError(.cellTooLong, limit: limits.cellBytes) }
        guard allBytes <= limits.textBytes else { throw RosterFileError(.expandsTooFar, limit: limits.textBytes) }
        bytes.append(contentsOf: piece)
    }

    mutating func end(_ name: String) {
        switch name {
        case "t" where isInText:
            result.append(String(decoding: bytes, as: UTF8.self), font: font)
            bytes.removeAll(keepingCapacity: true)
            isInText = false
        case "r": font = nil
        case "rPh": isInPhonetics = false
        default: break
        }
    }

    /// The text since the last call.
    mutating func take() -> XLSXText {
        defer { (result, cellBytes, font) = (XLSXText(), 0, nil) }
        return result
    }
}

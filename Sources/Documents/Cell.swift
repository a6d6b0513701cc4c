package import Attendance

/// The value of a cell that has one.
package enum Cell: Hashable, Sendable {
    case text(String)
    /// Text that a font such as `.VnTime` drew from another encoding, with what was stored.
    indirect case legacyText(String, stored: String, encoding: LegacyEncoding)
    case number(Double)
    /// A number that the cell's format shows as a day.
    case date(CivilDate)
    case boolean(Bool)
    /// `#REF!`, `#N/A` and their like.
    case error(String)
}

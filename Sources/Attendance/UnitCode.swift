/// An administrative unit's code together with the snapshot it belongs to.
///
/// Codes were reused in July 2025 (00292 was Quỳnh Lôi and is Bạch Mai), so a code alone names nothing.
package struct UnitCode: Codable, Hashable, Sendable {
    /// The five digits of a commune.
    package let code: String
    /// `2024` or `2025-07`.
    package let snapshot: String

    package init(code: String, snapshot: String) {
        self.code = code
        self.snapshot = snapshot
    }
}

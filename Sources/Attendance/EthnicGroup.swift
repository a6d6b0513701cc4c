/// One of the ethnic groups of the official list (QĐ 1019/QĐ-TCTK of 2008).
package struct EthnicGroup: Hashable, Sendable {
    /// Two digits of the 2008 list; other lists in use number the groups differently, so exchange names.
    package let code: String
    /// `Mường`, `Gié - Triêng`, …
    package let name: String

    /// Whether this is the majority group; all others together are DTTS in the programme's figures.
    package var isKinh: Bool { code == "01" }

    /// Whether this is the entry for foreign citizens, which is neither Kinh nor DTTS.
    package var isForeign: Bool { code == "55" }

    /// Whether the person counts as dân tộc thiểu số (DTTS).
    package var isMinority: Bool { !isKinh && !isForeign }
}

/// One of the ethnic groups of the official list (QĐ 1019/QĐ-TCTK of 2008).
package struct EthnicGroup: Hashable, Sendable {
    /// Two digits of the 2008 list; other lists in use number the groups differently, so exchange names.
    package let code: String
    /// `Mường`, `Gié - Triêng`, …
    package let name: String
}

/// A commune in terms of the units in force since 1 July 2025.
package struct RestatedUnit: Hashable, Sendable {
    package let unit: UnitCode
    /// The old commune was divided then, and this is where most of it went: a figure made of it is approximate.
    package let isApproximate: Bool
    /// The successor was concluded from the code or the name, not read from a decree.
    package let isAssumed: Bool
}

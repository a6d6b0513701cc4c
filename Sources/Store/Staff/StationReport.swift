/// What a device says of itself.
package struct StationReport: Hashable, Sendable {
    /// Scans that it keeps because the box was away.
    package let unsent: Int
    /// Percent; nil where the browser does not tell.
    package let battery: Int?

    package init(unsent: Int, battery: Int?) {
        (self.unsent, self.battery) = (unsent, battery)
    }
}

/// Where an event draws its people from: what decides between communes of one name.
package struct EventArea: Sendable {
    /// The snapshot in force on the event's date: `2024` or `2025-07`.
    package let snapshot: String
    /// The event's own list of communes; empty when it has none.
    package let communes: Set<UnitCode>
    /// The commune of the venue, for its district and province.
    package let venue: UnitCode?

    package init(snapshot: String, communes: Set<UnitCode> = [], venue: UnitCode? = nil) {
        self.snapshot = snapshot
        self.communes = communes
        self.venue = venue
    }
}

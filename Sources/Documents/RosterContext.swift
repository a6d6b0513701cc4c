package import Attendance

/// What reading a roster depends on beside the file.
package struct RosterContext: Sendable {
    /// The day of the import: nobody is born after it, and two-digit years are read by it.
    package var today: CivilDate
    package var units: AdministrativeUnits
    /// Where the event draws its people from: what decides between communes of the same name.
    package var area: EventArea
    package var ethnicGroups: EthnicGroups

    package init(today: CivilDate, units: AdministrativeUnits, area: EventArea, ethnicGroups: EthnicGroups) {
        (self.today, self.units, self.area, self.ethnicGroups) = (today, units, area, ethnicGroups)
    }
}

/// What the organiser says about an event before it exists here.
///
/// The command line reads it from a YAML file of schema `event/1`, HTTP from JSON.
package struct EventDefinition: Codable, Hashable, Sendable {
    package var name: String
    package var kind: Event.Kind
    package var programme: String?
    package var organiser: Organiser?
    package var venue: String?
    package var commune: String?
    /// The commune of the venue: of two communes with one name, the one in its district is meant.
    package var venueUnit: UnitCode?
    package var decision: String?
    /// Minutes east of UTC.
    package var utcOffsetMinutes: Int = VietnamTime.offsetMinutes
    /// The communes the event is for, with the codes of their snapshot.
    package var area: [Place] = []
    package var indicators: [Indicator] = []
    /// The roster's sheets whose rows are delegates of organisations; nil where nobody said so.
    package var organisationSheets: [String]?
    /// Missing in what was stored before there was such a rule.
    private var oncePerDay: Bool?

    /// Whether a person who was let into one session of a day has had this day: money is paid per day.
    package var isOncePerDay: Bool {
        get { oncePerDay ?? false }
        set { oncePerDay = newValue ? true : nil }
    }

    package init(name: String, kind: Event.Kind) {
        self.name = name
        self.kind = kind
    }

    /// Who holds the event, and what its papers carry above and below the table.
    package struct Organiser: Codable, Hashable, Sendable {
        package var name: String
        package var headerLeft: [String]
        package var headerRight: [String]
        package var signatures: [Signature]

        package init(
            name: String, headerLeft: [String] = [], headerRight: [String] = [], signatures: [Signature] = []
        ) {
            (self.name, self.headerLeft, self.headerRight, self.signatures) =
                (name, headerLeft, headerRight, signatures)
        }
    }

    /// One block below the table: `TM. BAN THƯỜNG VỤ`, `PHÓ CHỦ TỊCH`.
    package struct Signature: Codable, Hashable, Sendable {
        package var title: String
        package var position: String?

        package init(title: String, position: String? = nil) {
            (self.title, self.position) = (title, position)
        }
    }

    /// A commune of the event's area.
    package struct Place: Codable, Hashable, Sendable {
        package var code: String
        package var name: String
        package var district: String?
        package var snapshot: String

        package init(code: String, name: String, district: String? = nil, snapshot: String = "2024") {
            (self.code, self.name, self.district, self.snapshot) = (code, name, district, snapshot)
        }
    }

    /// A figure the programme asks for.
    package struct Indicator: Codable, Hashable, Sendable {
        package var id: String
        package var name: String
        package var unit: String
        package var measure: String
        /// What is counted: `sex` → `Nữ`, `kinh_dtts` → `DTTS`.
        package var numerator: [String: String] = [:]
        /// Of what it is a part: `unique_present`, `registered_organisations`.
        package var denominator: String?
        /// The least value that meets the programme, nil where none is set.
        package var target: Double?

        package init(id: String, name: String, unit: String, measure: String) {
            (self.id, self.name, self.unit, self.measure) = (id, name, unit, measure)
        }
    }
}

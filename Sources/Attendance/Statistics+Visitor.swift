extension Statistics {
    /// Somebody of the register, with what they are counted by.
    struct Visitor {
        let row: Register.Row
        let attendances: Int
        private let age: Int?

        init(_ row: Register.Row, on event: Event) {
            self.row = row
            attendances = row.attendances
            let day = event.sessions.first?.startsAt.date(offsetMinutes: event.definition.utcOffsetMinutes)
            age = row.participant.birth.flatMap { birth in day.map { birth.age(on: $0) } }
        }

        var ageBand: String {
            switch age {
            case nil: "unknown"
            case .some(..<18): "under_18"
            case .some(18...35): "18_35"
            case .some(36...60): "36_60"
            default: "over_60"
            }
        }

        var kinhDTTS: String { Statistics.kinhDTTS(ethnicity: row.participant.ethnicity) }

        /// The commune in the units since 1 July 2025.
        func restated(by units: AdministrativeUnits) -> RestatedUnit? {
            row.participant.communeUnit.flatMap(units.restated)
        }

        /// Whether an indicator's numerator counts this person: `sex` is `Nữ` or `Nam`, `kinh_dtts` `Kinh` or `DTTS`.
        func satisfies(_ filter: [String: String]) -> Bool {
            filter.allSatisfy { key, value in
                switch key {
                case "sex": row.participant.sex == (VietnameseText.folded(value) == "nu" ? .female : .male)
                case "kinh_dtts": kinhDTTS == value
                default: false
                }
            }
        }
    }

    /// `Kinh`, `DTTS` for every other group of the country, `foreign`, or `unknown`.
    package static func kinhDTTS(ethnicity: String?) -> String {
        switch ethnicity.map(VietnameseText.folded) {
        case nil: "unknown"
        case "kinh"?: "Kinh"
        // Code 55 of the list: neither Kinh nor a minority of the country.
        case "nguoi nuoc ngoai"?: "foreign"
        default: "DTTS"
        }
    }
}

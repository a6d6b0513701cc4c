/// An event's figures, of the people who came: lượt (attended sessions) and unique people, kept apart.
package struct Statistics: Encodable, Sendable {
    package let sessions: Int
    package let total: Figure
    /// `female`, `male`, `unknown`.
    package let sex: [String: Figure]
    /// By age on the event's first day: `under_18`, `18_35`, `36_60`, `over_60`, `unknown`.
    package let ageBand: [String: Figure]
    package let ethnicity: [String: Figure]
    /// `Kinh`, and `DTTS` for all other groups together; `foreign` is neither.
    package let kinhDTTS: [String: Figure]
    /// By the commune as lists show it.
    package let commune: [String: Figure]
    /// By the commune in the units since 1 July 2025, with its province.
    package let communeNow: [String: Figure]
    /// How many of them come from communes that were divided then.
    package let communeNowApproximate: Int
    package let position: [String: Figure]
    package let turnout: OrganisationCounts
    package let indicators: [IndicatorResult]

    /// One cell.
    package struct Figure: Encodable, Equatable, Sendable {
        /// Unique people.
        package var people = 0
        /// Attended sessions, late ones too.
        package var attendances = 0
    }

    enum CodingKeys: String, CodingKey {
        case sessions, total, sex, ethnicity, commune, position, indicators, turnout
        case communeNow = "commune_now"
        case communeNowApproximate = "commune_now_approximate"
        case ageBand = "age_band"
        case kinhDTTS = "kinh_dtts"
    }

    /// `units` restates the communes.
    package init(_ register: Register, units: AdministrativeUnits) {
        let visitors = register.rows.map { Visitor($0, on: register.event) }.filter { $0.attendances > 0 }
        sessions = register.event.sessions.count
        total = visitors.counted { _ in "" }[""] ?? Figure()
        sex = visitors.counted { $0.row.participant.sex?.rawValue ?? "unknown" }
        ageBand = visitors.counted(\.ageBand)
        ethnicity = visitors.counted { $0.row.participant.ethnicity ?? "unknown" }
        kinhDTTS = visitors.counted(\.kinhDTTS)
        commune = visitors.counted { $0.row.participant.commune ?? "unknown" }
        communeNow = visitors.counted { $0.restated(by: units).flatMap { units.fullName(of: $0.unit) } ?? "unknown" }
        communeNowApproximate = visitors.count { $0.restated(by: units)?.isApproximate == true }
        turnout = OrganisationCounts(register)
        position = visitors.counted { $0.row.position ?? "unknown" }
        indicators = register.event.definition.indicators.map { [turnout] in
            IndicatorResult($0, visitors: visitors, turnout)
        }
    }
}

extension [Statistics.Visitor] {
    fileprivate func counted(_ key: (Statistics.Visitor) -> String) -> [String: Statistics.Figure] {
        reduce(into: [:]) { figures, visitor in
            figures[key(visitor), default: Statistics.Figure()].people += 1
            figures[key(visitor), default: Statistics.Figure()].attendances += visitor.attendances
        }
    }
}

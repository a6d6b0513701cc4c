package import Attendance

/// The register as one table: a line for every scan, and one for each person and session without any.
///
/// Scans that belong to nobody on the register come last, without a person. Times are RFC 3339 with offset.
package enum RegisterCSV {
    package static func bytes(_ register: Register) -> [UInt8] {
        var writer = CSVWriter()
        writer.append(personColumns + sessionColumns + scanColumns)
        let scans = Dictionary(grouping: register.scanRecords) { Key($0.session, $0.participant) }
        let titles = register.sessionTitles
        for person in register.people {
            for attendance in person.attendance {
                let start = fields(person) + fields(attendance, title: titles[attendance.session])
                let own = scans[Key(attendance.session, person.id)] ?? []
                if own.isEmpty { writer.append(start + scanColumns.map { _ in nil }) }
                for scan in own { writer.append(start + fields(scan)) }
            }
        }
        let known = Set(register.people.map(\.id))
        for scan in register.scanRecords where scan.participant.map(known.contains) != true {
            let session = [titles[scan.session], nil, nil, nil, nil]
            writer.append(personColumns.map { _ in nil } + session + fields(scan))
        }
        return writer.bytes
    }

    /// Whose scans in which session.
    private struct Key: Hashable {
        let session: String
        let person: String?

        init(_ session: String, _ person: String?) {
            (self.session, self.person) = (session, person)
        }
    }

    private static let personColumns = [
        "number", "code", "name", "birth_date", "sex", "ethnicity", "position", "organisation", "commune", "address",
        "phone", "citizen_number", "walk_in", "note",
    ]

    private static let sessionColumns = ["session", "status", "first_entry_at", "last_exit_at", "minutes_present"]

    private static let scanColumns = [
        "scan_seq", "scan_id", "direction", "result", "reason", "forced", "annulled", "occurred_at", "received_at",
        "method", "gate", "station", "operator",
    ]

    private static func fields(_ person: RegisterPerson) -> [String?] {
        [
            String(person.number), person.code, person.name, person.birthDate, person.sex?.rawValue, person.ethnicity,
            person.position, person.organisation, person.commune, person.address, person.phone, person.citizenNumber,
            String(person.walkIn), person.note,
        ]
    }

    private static func fields(_ attendance: RegisterAttendance, title: String?) -> [String?] {
        [
            title, attendance.status?.rawValue, attendance.firstEntryAt, attendance.lastExitAt,
            attendance.minutesPresent.map { String($0) },
        ]
    }

    private static func fields(_ scan: RegisterScan) -> [String?] {
        [
            String(scan.seq), scan.id, scan.direction.rawValue, scan.result, scan.reason?.rawValue, String(scan.forced),
            String(scan.annulled), scan.occurredAt, scan.receivedAt, scan.method, scan.gate, scan.station,
            scan.operator,
        ]
    }
}

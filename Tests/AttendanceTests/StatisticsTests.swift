import Testing

@testable import Attendance

struct StatisticsTests {
    private let start = Timestamp(milliseconds: 1_718_154_000_000)

    private func register(_ people: [(sex: Sex?, ethnicity: String?, statuses: [AttendanceRecord.Status])]) -> Register
    {
        let id = ID<Event>.make(at: start)
        let sessions = (0..<2).map { index in
            Session(
                id: .make(at: start), event: id,
                definition: SessionDefinition(
                    title: "\(index)", startsAt: start.adding(minutes: index), endsAt: start.adding(minutes: 60)),
                state: .open)
        }
        var definition = EventDefinition(name: "Lớp", kind: .class)
        var share = EventDefinition.Indicator(id: "nu", name: "Tỷ lệ nữ", unit: "%", measure: "share")
        (share.numerator, share.target) = (["sex": "Nữ"], 50)
        definition.indicators = [share]
        let rows = people.enumerated().map { index, person in
            var participant = Participant(id: .make(at: start), name: "\(index)")
            (participant.sex, participant.ethnicity) = (person.sex, person.ethnicity)
            let enrolment = Enrolment(
                id: .make(at: start), event: id, participant: participant.id, code: Code(serial: index))
            return Register.Row(
                participant: participant, enrolment: enrolment,
                records: person.statuses.map {
                    AttendanceRecord(
                        status: $0, firstEntryAt: nil, lastExitAt: nil, minutesPresent: nil, leftEarly: false)
                })
        }
        return Register(
            event: Event(id: id, number: 1, definition: definition, sessions: sessions), counts: [], rows: rows,
            scans: [], ledgerHead: "")
    }

    /// The figures without a table of units: none of the people has a commune.
    private func figures(_ register: Register) -> Statistics {
        Statistics(register, units: AdministrativeUnits(tsv: ""))
    }

    @Test func peopleAndAttendancesAreDifferentFigures() {
        let statistics = figures(
            register([(.female, "Mường", [.present, .late]), (.male, "Kinh", [.absent, .present])]))
        #expect(statistics.total == .init(people: 2, attendances: 3))
        #expect(statistics.sex["female"] == .init(people: 1, attendances: 2))
        #expect(statistics.kinhDTTS["DTTS"] == .init(people: 1, attendances: 2))
    }

    @Test func foreignerIsNeitherKinhNorMinority() {
        let statistics = figures(register([(.female, "Người nước ngoài", [.present])]))
        #expect(statistics.kinhDTTS["foreign"]?.people == 1)
        #expect(statistics.kinhDTTS["DTTS"] == nil)
    }

    @Test func whoNeverCameIsNotCounted() {
        let statistics = figures(register([(.female, nil, [.absent, .excused])]))
        #expect(statistics.total.people == 0)
    }

    @Test(arguments: [(172, 173, false), (173, 173, true)])
    func shareIsComparedExactly(women: Int, men: Int, isMet: Bool) {
        let people = (0..<(women + men)).map { index in
            (
                sex: index < women ? Sex.female : .male, ethnicity: String?.none,
                statuses: [AttendanceRecord.Status.present]
            )
        }
        let result = figures(register(people)).indicators.first
        #expect(result?.numerator == women)
        #expect(result?.denominator == women + men)
        #expect(result?.isMet == isMet)
    }

    @Test func ageIsTheAgeOnTheDay() throws {
        let birth = try #require(BirthDate(year: 1990, month: 8, day: 16))
        #expect(birth.age(on: try #require(CivilDate(year: 2024, month: 8, day: 15))) == 33)
        #expect(birth.age(on: try #require(CivilDate(year: 2024, month: 8, day: 16))) == 34)
    }

    @Test func organisationsArePresentByOneDelegateAndWalkInsStandBeside() throws {
        var register = register([
            (nil, nil, [.present, .present]), (nil, nil, [.absent, .absent]), (nil, nil, [.absent, .excused]),
            (nil, nil, [.late, .absent]), (nil, nil, [.present, .absent]), (nil, nil, [.present, .absent]),
        ])
        let organisations = ["HTX Ví", "HTX  ví", "Hộ Dụ", "UBND phường Ví", "Hộ Khách", "HTX Ví"]
        let sheets = ["DN", "DN", "DN", "UBND", nil, nil]
        for index in register.rows.indices {
            (register.rows[index].organisation, register.rows[index].sheet) = (organisations[index], sheets[index])
            register.rows[index].enrolment.isWalkIn = index > 3
        }
        var definition = register.event.definition
        definition.organisationSheets = ["DN"]
        register.event = Event(
            id: register.event.id, number: 1, definition: definition, sessions: register.event.sessions)
        let turnout = figures(register).turnout
        #expect((turnout.organisations.registered, turnout.organisations.present) == (2, 1))
        #expect((turnout.organisations.absent, turnout.organisations.walkIn) == (["Hộ Dụ"], 1))
        #expect((turnout.wards.registered, turnout.wards.present) == (1, 1))
    }
}

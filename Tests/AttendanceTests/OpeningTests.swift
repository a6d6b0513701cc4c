import Testing

@testable import Attendance

@Suite struct OpeningTests {
    private let start = Timestamp(milliseconds: 1_718_154_000_000)

    private func session(_ state: Session.State = .planned, opensBefore: Int? = 30, minute: Int = 0) -> Session {
        let startsAt = start.adding(minutes: minute)
        return Session(
            id: .make(at: start), event: .make(at: start),
            definition: SessionDefinition(
                title: "Sáng", startsAt: startsAt, endsAt: startsAt.adding(minutes: 180),
                opensBeforeMinutes: opensBefore),
            state: state)
    }

    @Test(arguments: [(-31, false), (-30, true), (0, true), (179, true), (180, false)])
    func sessionOpensItselfFromItsMinuteUntilItsEnd(minute: Int, opens: Bool) {
        #expect(session().opensItself(at: start.adding(minutes: minute)) == opens)
    }

    @Test func nothingOpensItselfThatStaffOpenOrClose() {
        #expect(!session(opensBefore: nil).opensItself(at: start))
        #expect(!session(.open).opensItself(at: start))
        #expect(!session(.closed(at: start.adding(minutes: -5))).opensItself(at: start))
    }

    @Test(arguments: [
        (nil, -121, false), (nil, -120, true), (180, -180, true), (30, -120, true), (nil, 179, true), (nil, 180, false),
    ])
    func peopleAreEarlyFromTwoHoursBefore(opensBefore: Int?, minute: Int, isDue: Bool) {
        #expect(session(opensBefore: opensBefore).isDue(at: start.adding(minutes: minute)) == isDue)
    }

    /// Sessions of one event, by day and state; its name is the first day's.
    private func event(_ days: (Int, Session.State)...) -> Event {
        Event(
            id: .make(at: start), number: 1, definition: EventDefinition(name: "\(days[0].0)", kind: .class),
            sessions: days.map { session($0.1, minute: $0.0 * 1_440) })
    }

    private func likelyDay(_ events: [Event], known: Int? = nil) -> Int? {
        events.likelySession(known: known.map { start.adding(minutes: $0 * 1_440) })
            .map { Int($0.startsAt.milliseconds - start.milliseconds) / 86_400_000 }
    }

    @Test func withoutATrustedClockTheSessionAfterTheNewestRecordIsOffered() {
        let fair = event((0, .planned)), later = event((990, .planned))
        let class2 = event((900, .planned), (901, .planned))
        #expect(likelyDay([fair, later, class2], known: 890) == 900)
        #expect(likelyDay([fair, later, class2], known: 902) == 990)
    }

    @Test func whatWasOpenedTellsMoreThanAClockThatStandsStill() {
        let fair = event((0, .planned)), class2 = event((900, .closed(at: start)), (901, .planned))
        #expect(likelyDay([fair, class2], known: -3_000) == 901)
        #expect(likelyDay([fair, class2]) == 901)
        #expect(likelyDay([fair, event((900, .open))]) == nil)
    }

    @Test func whereAllIsOverTheNewestEventIsOffered() {
        #expect(likelyDay([event((5, .planned), (4, .planned)), event((0, .planned))], known: 900) == 4)
        #expect(likelyDay([]) == nil)
    }

    @Test func closedSessionIsNotDue() {
        #expect(!session(.closed(at: start)).isDue(at: start))
        #expect(!session(.open).isDue(at: start))
    }

    private func event(_ sessions: [Session], oncePerDay: Bool = true) -> Event {
        var definition = EventDefinition(name: "Lớp", kind: .class)
        definition.isOncePerDay = oncePerDay
        return Event(id: .make(at: start), number: 1, definition: definition, sessions: sessions)
    }

    @Test func openSessionIsAttendedBeforeTheNextOne() {
        let (past, open, next) = (session(minute: -600), session(.open, minute: 300), session(minute: 60))
        #expect(event([past, next, open]).session(toAttendAt: start)?.id == open.id)
        #expect(event([past, next]).session(toAttendAt: start)?.id == next.id)
        #expect(event([past]).session(toAttendAt: start) == nil)
    }

    /// The first session begins at 08:00 in Vietnam; the day ends there at midnight, not in Greenwich.
    @Test func dayIsTheVenuesDay() {
        let (morning, night, tomorrow) = (session(), session(minute: 15 * 60), session(minute: 16 * 60))
        let shared = event([morning, night, tomorrow]).sessionsSharingDay(with: morning)
        #expect(shared.map(\.id) == [night.id])
        #expect(event([morning, night], oncePerDay: false).sessionsSharingDay(with: morning).isEmpty)
    }
}

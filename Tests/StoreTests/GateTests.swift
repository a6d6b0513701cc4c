import Attendance
import Foundation
import Testing

@testable import Store

/// What the door knows beyond one session: days, other doors, early arrivals, parties.
@Suite struct GateTests {
    let box: TestBox

    init() throws {
        box = try TestBox()
    }

    private func session(_ title: String, hours: Int, opensBefore: Int? = nil) -> SessionDefinition {
        let start = box.clock.now.wall.adding(minutes: hours * 60)
        return SessionDefinition(
            key: title, title: title, startsAt: start, endsAt: start.adding(minutes: 120),
            opensBeforeMinutes: opensBefore)
    }

    private func makeEvent(
        _ sessions: [SessionDefinition], oncePerDay: Bool = false, isOpen: Bool = true
    ) throws -> Event {
        var definition = EventDefinition(name: "Lớp tập huấn", kind: .class)
        (definition.isOncePerDay, definition.venue) = (oncePerDay, "Nhà văn hoá")
        let event = try box.store.perform(CreateEvent(definition: definition, sessions: sessions, actor: .system))
        if isOpen { for session in event.sessions { try open(session.id) } }
        return try #require(try box.store.event(event.id))
    }

    private func open(_ session: ID<Session>) throws {
        _ = try box.store.perform(OpenSession(session: session, actor: .system))
    }

    /// 15 August 2024, 07:00 in Vietnam: four hours later is the same day, 18 hours later the next.
    private func twoDays(oncePerDay: Bool = true) throws -> (event: Event, code: Presented) {
        let event = try makeEvent(
            [session("Sáng", hours: 0), session("Chiều", hours: 4), session("Mai", hours: 18)], oncePerDay: oncePerDay)
        return (event, .code(try box.enrol(["Bùi Thị Ví Dụ"], in: event)[0].enrolment.code))
    }

    @Test func onceADayIsOncePerVenueDay() throws {
        let (event, code) = try twoDays()
        let first = try box.redeem(code, in: event.sessions[0].id, gate: "Cửa A")
        let second = try box.redeem(code, in: event.sessions[1].id)
        guard case .refused(.alreadyRedeemed, let passage) = second.outcome else {
            Issue.record("\(second.outcome)")
            return
        }
        #expect(passage?.scan == first.scan)
        #expect(passage?.gate == "Cửa A")
        #expect(second.signpost?.session?.id == event.sessions[0].id)
        #expect(second.record?.status == .absent)
        #expect(try box.redeem(code, in: event.sessions[2].id).outcome == .accepted)
    }

    @Test func eventWithoutTheRuleCountsEverySession() throws {
        let (event, code) = try twoDays(oncePerDay: false)
        for session in event.sessions { #expect(try box.redeem(code, in: session.id).outcome == .accepted) }
    }

    @Test func markOfTheStaffCountsForTheDay() throws {
        let (event, code) = try twoDays()
        let person = try #require(try box.store.participants(of: event.id, limit: 1).items.first).participant.id
        let mark = { (status: AttendanceRecord.Status) in
            _ = try box.store.perform(
                MarkAttendance(
                    session: event.sessions[0].id, participant: person, status: status, reason: "thử",
                    actor: TestBox.desk))
        }
        try mark(.present)
        let refused = try box.redeem(code, in: event.sessions[1].id)
        #expect(refused.outcome == .refused(.alreadyRedeemed, first: nil))
        #expect(refused.signpost?.session?.id == event.sessions[0].id)
        try mark(.absent)
        #expect(try box.redeem(code, in: event.sessions[1].id).outcome == .accepted)
    }

    @Test func annulledEntryGivesTheDayBack() throws {
        let (event, code) = try twoDays()
        let first = try box.redeem(code, in: event.sessions[0].id)
        _ = try box.store.perform(AnnulScan(scan: first.scan, reason: "nhầm", actor: TestBox.desk))
        #expect(try box.redeem(code, in: event.sessions[1].id).outcome == .accepted)
    }

    @Test func repeatedRefusalNamesTheSamePlace() throws {
        let (event, code) = try twoDays()
        try box.redeem(code, in: event.sessions[0].id)
        let first = try box.redeem(code, in: event.sessions[1].id, nonce: "n")
        try box.reopen()
        var again = try box.redeem(code, in: event.sessions[1].id, nonce: "n")
        #expect(again.isRepeat)
        again.isRepeat = false
        #expect(again == first)
    }

    @Test func cardOfAnotherEventIsToldWhere() throws {
        let here = try makeEvent([session("Sáng", hours: 0)])
        let there = try makeEvent([session("Hôm qua", hours: -20), session("Kế", hours: 3)], isOpen: false)
        let stranger = try box.enrol(["Đinh Văn Mẫu"], in: there)[0]
        let answer = try box.redeem(.code(stranger.enrolment.code), in: here.sessions[0].id)
        #expect(answer.outcome == .refused(.wrongEvent))
        #expect(answer.signpost?.event.id == there.id)
        #expect(answer.signpost?.session?.definition.title == "Kế")
    }

    @Test func personOfAnotherSessionTodayIsToldWhere() throws {
        let here = try makeEvent([session("Sáng", hours: 0)])
        let there = try makeEvent([session("Kế", hours: 3)], isOpen: false)
        let later = try makeEvent([session("Tuần sau", hours: 200)], isOpen: false)
        let guest = try box.enrol(["Đinh Văn Mẫu"], in: there)[0].participant.id
        let early = try box.enrol(["Hà Thị Sớm"], in: later)[0].participant.id
        #expect(try box.redeem(.participant(guest), in: here.sessions[0].id).signpost?.event.id == there.id)
        #expect(try box.redeem(.participant(early), in: here.sessions[0].id).signpost == nil)
    }

    @Test func closedDoorNamesTheOpenOne() throws {
        let event = try makeEvent([session("A", hours: 0), session("B", hours: 1)], isOpen: false)
        let code = Presented.code(try box.enrol(["Bùi Thị Ví Dụ"], in: event)[0].enrolment.code)
        #expect(try box.redeem(code, in: event.sessions[0].id).signpost == nil)
        try open(event.sessions[1].id)
        let answer = try box.redeem(code, in: event.sessions[0].id)
        #expect(answer.outcome == .refused(.sessionNotOpen))
        #expect(answer.signpost?.session?.definition.title == "B")
    }

    private func confirmTime() throws {
        let now = box.clock.now
        _ = try box.store.perform(
            AnchorClock(
                source: .phone, time: now.wall, bootMilliseconds: now.bootMilliseconds, uncertaintyMilliseconds: 10,
                actor: TestBox.desk))
    }

    @Test func sessionOpensItselfOnlyWhenTheTimeIsKnown() throws {
        let event = try makeEvent([session("Sáng", hours: 1, opensBefore: 30)], isOpen: false)
        box.clock.advance(seconds: 1_800)
        #expect(try box.store.perform(OpenDueSessions()).isEmpty)
        try confirmTime()
        #expect(try box.store.hasSessionsToOpen(box.clock.now))
        try box.reopen()
        #expect(try box.store.perform(OpenDueSessions()) == [event.sessions[0].id])
        #expect(try box.store.session(event.sessions[0].id)?.state == .open)
        #expect(try !box.store.hasSessionsToOpen(box.clock.now))
    }

    @Test func sessionThatStaffClosedStaysClosed() throws {
        let event = try makeEvent([session("Sáng", hours: 0, opensBefore: 30)])
        try confirmTime()
        _ = try box.store.perform(CloseSession(session: event.sessions[0].id, actor: TestBox.desk))
        #expect(try box.store.perform(OpenDueSessions()).isEmpty)
        #expect(try !box.store.hasSessionsToOpen(box.clock.now))
    }

    @Test func delegatesOfOneHouseholdAreFoundTogether() throws {
        let event = try makeEvent([session("Sáng", hours: 0)])
        var entries = ["Bùi Thị Một", "Bùi Văn Hai", "Bùi Thị Ba", "Người Khác"].enumerated().map {
            box.makeEntry($1, row: $0 + 2)
        }
        (entries[0].organisation, entries[1].organisation) = ("Hộ Bùi Văn Hai", "hộ bùi văn hai")
        (entries[2].organisation, entries[3].organisation) = ("HỘ  BÙI VĂN HAI", "Hợp tác xã")
        _ = try box.store.perform(
            ImportRoster(event: event.id, entries: entries, source: "ds", isDryRun: false, actor: .system))
        let people = try box.store.participants(of: event.id, limit: 10).items
        let first = try #require(people.first { $0.participant.name == "Bùi Thị Một" })
        let other = try #require(people.first { $0.participant.name == "Người Khác" })
        let found = try box.store.companions(of: first.participant.id, in: event.id)
        #expect(Set(found.map(\.participant.name)) == ["Bùi Văn Hai", "Bùi Thị Ba"])
        #expect(try box.store.companions(of: first.participant.id, in: event.id, limit: 1).isEmpty)
        #expect(try box.store.companions(of: other.participant.id, in: event.id).isEmpty)
    }
}

import Testing

@testable import Attendance

struct AttendanceRecordTests {
    private let start = Timestamp(milliseconds: 1_718_154_000_000)
    private var session: SessionDefinition {
        SessionDefinition(title: "Sáng", startsAt: start, endsAt: start.adding(minutes: 180))
    }

    private func passage(_ direction: Direction, _ minute: Int, second: Int64 = 0, seq: Int64 = 1) -> Passage {
        let time = start.adding(minutes: minute).adding(milliseconds: second * 1_000)
        return Passage(scan: .make(at: time), direction: direction, at: time, seq: seq)
    }

    private func record(_ passages: [Passage], mark: AttendanceRecord.Mark? = nil) -> AttendanceRecord {
        AttendanceRecord(passages: passages, mark: mark, session: session)
    }

    @Test func nobodySeenIsAbsent() {
        #expect(record([]) == .absent)
    }

    @Test(arguments: [(-40, 0, AttendanceRecord.Status.present), (15, 0, .present), (15, 1, .late), (16, 0, .late)])
    func lateBeginsOneSecondAfterTheLimit(minute: Int, second: Int64, status: AttendanceRecord.Status) {
        #expect(record([passage(.entry, minute, second: second)]).status == status)
    }

    @Test func earliestEntryCountsWhateverTheOrderOfArrival() {
        let record = record([passage(.entry, 20, seq: 1), passage(.entry, 2, seq: 2)])
        #expect(record.status == .present)
        #expect(record.firstEntryAt == start.adding(minutes: 2))
    }

    @Test func exitAloneIsNoPresence() {
        let record = record([passage(.exit, 60)])
        #expect(record.status == .absent)
        #expect(!record.leftEarly)
        #expect(record.minutesPresent == nil)
    }

    @Test(arguments: [(164, true), (165, false), (170, false)])
    func leavingEarlyIsBeforeTheLimit(minute: Int, leftEarly: Bool) {
        #expect(record([passage(.entry, 0), passage(.exit, minute, seq: 2)]).leftEarly == leftEarly)
    }

    @Test func whoCameBackDidNotLeave() {
        let record = record([
            passage(.entry, 0), passage(.exit, 60, seq: 2), passage(.entry, 90, seq: 3),
        ])
        #expect(record.lastExitAt == nil)
        #expect(!record.leftEarly)
        #expect(record.minutesPresent == 60 + 90)
    }

    @Test(arguments: [
        ([(Direction.entry, 0)], 180), ([(.entry, -20)], 200), ([(.entry, 0), (.exit, 60)], 60),
        ([(.entry, 0), (.exit, 60), (.entry, 90), (.exit, 120)], 90), ([(.exit, 10), (.entry, 60)], 120),
        ([(.entry, 0), (.exit, 200)], 200), ([(.entry, 190)], 0),
        ([(.entry, 0), (.entry, 30), (.exit, 60)], 60),
    ])
    func minutesArePresenceFromEachEntryToItsExit(passages: [(Direction, Int)], minutes: Int) {
        let scans = passages.enumerated().map { passage($1.0, $1.1, seq: Int64($0)) }
        #expect(record(scans).minutesPresent == minutes)
    }

    @Test func markOfStaffStands() {
        let mark = AttendanceRecord.Mark(status: .absent, seq: 9)
        #expect(record([passage(.entry, 0)], mark: mark).status == .absent)
    }

    @Test(arguments: [AttendanceRecord.Status.excused, .absent])
    func whoComesAfterBeingExcusedIsPresent(status: AttendanceRecord.Status) {
        let mark = AttendanceRecord.Mark(status: status, seq: 1)
        #expect(record([passage(.entry, 0, seq: 2)], mark: mark).status == .present)
        #expect(record([passage(.exit, 0, seq: 2)], mark: mark).status == status)
    }

    @Test func latenessForgivenByStaffStays() {
        let mark = AttendanceRecord.Mark(status: .present, seq: 1)
        #expect(record([passage(.entry, 40, seq: 2)], mark: mark).status == .present)
    }

    @Test func walkInsAreCountedApart() {
        var counts = AttendanceCounts()
        counts.add(.present, isWalkIn: false, number: 3)
        counts.add(.absent, isWalkIn: false)
        counts.add(.late, isWalkIn: true)
        #expect(counts.enrolled == 4)
        #expect(counts.enrolled == counts.present + counts.late + counts.excused + counts.absent)
        #expect(counts.walkIn.late == 1)
    }
}

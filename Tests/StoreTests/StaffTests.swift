import Attendance
import Crypto
import Foundation
import Testing

@testable import Store

@Suite struct StaffTests {
    let box: TestBox
    let organiser: StaffMember

    init() throws {
        box = try TestBox()
        organiser = try #require(try box.store.staffMember(named: Store.firstOrganiser))
    }

    @Test func newBoxHasAnOrganiserWhosePINIsRightAndAToken() throws {
        #expect(organiser.role == .organiser)
        #expect(try PINHash.verify(box.new.organiserPIN, against: organiser.pinHash))
        #expect(try box.store.isAPIToken(box.new.apiToken))
        #expect(try box.store.isAPIToken("other") == false)
    }

    @Test func removedOperatorIsOutAtOnceAndCanComeBack() throws {
        let hoa = try box.store.perform(
            AddOperator(name: "Hoa", role: .operator, pinHash: "x", actor: Actor(.system)))
        let session = try box.store.perform(StartStaffSession(staff: hoa.id))
        try box.store.perform(RemoveOperator(name: "Hoa", actor: Actor(.system)))
        #expect(try box.store.staffSession(token: session.token, now: box.clock.now) == nil)
        #expect(try box.store.staff().map(\.name) == [organiser.name])
        #expect(throws: StoreError.notFound(.staff)) {
            try box.store.perform(RemoveOperator(name: "Hoa", actor: Actor(.system)))
        }
        let again = try box.store.perform(
            AddOperator(name: "Hoa", role: .organiser, pinHash: "y", actor: Actor(.system)))
        #expect(again == (try box.store.staffMember(named: "Hoa")))
        #expect((again.id, again.role) == (hoa.id, .organiser))
    }

    @Test func lastOrganiserStays() throws {
        #expect(throws: StoreError.conflict(.lastOrganiser)) {
            try box.store.perform(RemoveOperator(name: organiser.name, actor: Actor(.system)))
        }
    }

    @Test func tokensAndPINsAreKeptAsHashesOnly() throws {
        let session = try box.store.perform(StartStaffSession(staff: organiser.id))
        try box.reopen()
        let file = try Data(contentsOf: URL(fileURLWithPath: box.folder + "/diemdanh.sqlite"))
        for secret in [box.new.apiToken, box.new.organiserPIN, session.token] {
            #expect(file.range(of: Data(secret.utf8)) == nil)
        }
    }

    @Test func loginEndsAfterFifteenIdleMinutes() throws {
        let session = try box.store.perform(StartStaffSession(staff: organiser.id))
        box.clock.advance(seconds: 899)
        #expect(try box.store.staffSession(token: session.token, now: box.clock.now)?.staff == organiser)
        try box.store.perform(TouchStaffSession(token: session.token))
        box.clock.advance(seconds: 899)
        #expect(try box.store.staffSession(token: session.token, now: box.clock.now)?.csrf == session.csrf)
        box.clock.advance(seconds: 2)
        #expect(try box.store.staffSession(token: session.token, now: box.clock.now) == nil)
    }

    @Test func loginEndsAfterTwelveHoursInAnyCase() throws {
        let session = try box.store.perform(StartStaffSession(staff: organiser.id))
        for _ in 0..<72 {
            box.clock.advance(seconds: 600)
            try box.store.perform(TouchStaffSession(token: session.token))
        }
        #expect(try box.store.staffSession(token: session.token, now: box.clock.now) == nil)
    }

    @Test func settingTheWallClockDoesNotProlongALogin() throws {
        let session = try box.store.perform(StartStaffSession(staff: organiser.id))
        box.clock.advance(seconds: 901)
        box.clock.setWall(Timestamp(milliseconds: 0))
        #expect(try box.store.staffSession(token: session.token, now: box.clock.now) == nil)
    }

    @Test func loginEndsByLogoutRestartOrNewPIN() throws {
        let sessions = try (0..<3).map { _ in try box.store.perform(StartStaffSession(staff: organiser.id)) }
        try box.store.perform(EndStaffSession(token: sessions[0].token))
        #expect(try box.store.staffSession(token: sessions[0].token, now: box.clock.now) == nil)
        #expect(try box.store.staffSession(token: sessions[1].token, now: box.clock.now) != nil)
        try box.store.perform(SetPIN(staff: organiser.id, pinHash: "x", actor: .system))
        #expect(try box.store.staffSession(token: sessions[1].token, now: box.clock.now) == nil)
        let last = try box.store.perform(StartStaffSession(staff: organiser.id))
        box.clock.restart(boot: "boot-2", wall: box.clock.now.wall)
        #expect(try box.store.staffSession(token: last.token, now: box.clock.now) == nil)
    }

    @Test func fifthWrongPINLocksForAMinuteAndThenLonger() throws {
        let waits = try (0..<7).map { _ in try box.store.perform(RecordLoginFailure(staff: organiser.id)) }
        #expect(waits == [0, 0, 0, 0, 60_000, 120_000, 240_000])
        box.clock.advance(seconds: 100)
        #expect(try box.store.lockout(of: organiser.id, box.clock.now) == 140_000)
        for _ in 0..<10 { _ = try box.store.perform(RecordLoginFailure(staff: organiser.id)) }
        #expect(try box.store.lockout(of: organiser.id, box.clock.now) == 3_600_000)
    }

    @Test func lockoutSurvivesPullingThePlug() throws {
        for _ in 0..<5 { _ = try box.store.perform(RecordLoginFailure(staff: organiser.id)) }
        box.clock.restart(boot: "boot-2", wall: box.clock.now.wall)
        try box.reopen()
        #expect(try box.store.lockout(of: organiser.id, box.clock.now) == 55_000)
    }

    @Test func rightPINForgivesTheWrongOnes() throws {
        for _ in 0..<5 { _ = try box.store.perform(RecordLoginFailure(staff: organiser.id)) }
        _ = try box.store.perform(StartStaffSession(staff: organiser.id))
        #expect(try box.store.lockout(of: organiser.id, box.clock.now) == 0)
    }

    @Test func twoOperatorsCannotHaveOneName() throws {
        let add = AddOperator(name: "Lan", role: .operator, pinHash: "x", actor: .system)
        _ = try box.store.perform(add)
        #expect(throws: StoreError.conflict(.operatorName)) { try box.store.perform(add) }
    }
}

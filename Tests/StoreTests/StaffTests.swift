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
        let waits = try (0..<7).map { _ in try fail() }
        #expect(waits == [0, 0, 0, 0, 60_000, 120_000, 240_000])
        box.clock.advance(seconds: 100)
        #expect(try lockout() == 140_000)
        for _ in 0..<10 { try fail() }
        #expect(try lockout() == 3_600_000)
    }

    @Test func lockoutSurvivesPullingThePlug() throws {
        for _ in 0..<5 { try fail() }
        box.clock.restart(boot: "boot-2", wall: box.clock.now.wall)
        try box.reopen()
        #expect(try lockout() == 55_000)
    }

    @Test func rightPINForgivesTheWrongOnes() throws {
        for _ in 0..<5 { try fail() }
        _ = try box.store.perform(StartStaffSession(staff: organiser.id, from: .elsewhere))
        #expect(try lockout() == 0)
    }

    @Test func wrongPINsCountWhereTheyWereTyped() throws {
        let browser = LoginOrigin.browser("known")
        for _ in 0..<5 { try fail() }
        let station = try #require(ID<Station>("0190b3a2-5c02-7a11-8b22-3c44d55e6679"))
        for origin in [.box, .kiosk, .station(station), browser] { #expect(try lockout(from: origin) == 0) }
        for _ in 0..<5 { try fail(from: browser) }
        #expect(try lockout(from: browser) == 60_000)
        _ = try box.store.perform(StartStaffSession(staff: organiser.id, from: browser))
        #expect(try lockout(from: browser) == 0)
        #expect(try lockout() == 60_000)
    }

    @Test func strangersGuessTwoDozenPINsADayWhateverTheyCallThemselves() throws {
        var guesses = 0
        let end = box.clock.now.bootMilliseconds + 86_400_000
        while box.clock.now.bootMilliseconds < end {
            guesses += 1
            box.clock.advance(seconds: try fail() / 1_000)
        }
        #expect(guesses <= 5 + 6 + 24)
    }

    @Test func browserIsKnownToThoseWhoSignedInThere() throws {
        let first = try #require(try signInElsewhere(nil))
        #expect(try box.store.isKnown(browser: first, of: organiser.id))
        let lan = try box.store.perform(AddOperator(name: "Lan", role: .organiser, pinHash: "x", actor: .system))
        #expect(try box.store.isKnown(browser: first, of: lan.id) == false)
        let answer = try box.store.perform(StartStaffSession(staff: lan.id, from: .elsewhere, browser: first))
        #expect(answer.browser == first)
        #expect(try box.store.isKnown(browser: first, of: lan.id))
    }

    @Test func tokenOfABrowserIsTheBoxesOwn() throws {
        #expect(try signInElsewhere("made up") != "made up")
        #expect(try box.store.isKnown(browser: "made up", of: organiser.id) == false)
    }

    @Test func anotherPINForgetsBrowsersAndWrongPINs() throws {
        let browser = try #require(try signInElsewhere(nil))
        for _ in 0..<5 { try fail() }
        try box.store.perform(SetPIN(staff: organiser.id, pinHash: "x", actor: .system))
        #expect(try box.store.isKnown(browser: browser, of: organiser.id) == false)
        #expect(try lockout() == 0)
    }

    @Test func twentyBrowsersAreKnownOfEachPerson() throws {
        let tokens = try (0..<21).map { _ in try #require(try signInElsewhere(nil)) }
        #expect(try box.store.isKnown(browser: tokens[0], of: organiser.id) == false)
        #expect(try box.store.isKnown(browser: tokens[1], of: organiser.id))
    }

    @discardableResult
    private func fail(from origin: LoginOrigin = .elsewhere) throws -> Int64 {
        try box.store.perform(RecordLoginFailure(staff: organiser.id, from: origin))
    }

    private func lockout(from origin: LoginOrigin = .elsewhere) throws -> Int64 {
        try box.store.lockout(of: organiser.id, from: origin, box.clock.now)
    }

    private func signInElsewhere(_ browser: String?) throws -> String? {
        try box.store.perform(StartStaffSession(staff: organiser.id, from: .elsewhere, browser: browser)).browser
    }

    @Test func twoOperatorsCannotHaveOneName() throws {
        let add = AddOperator(name: "Lan", role: .operator, pinHash: "x", actor: .system)
        _ = try box.store.perform(add)
        #expect(throws: StoreError.conflict(.operatorName)) { try box.store.perform(add) }
    }
}

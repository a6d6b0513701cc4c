import Attendance
import Foundation
import Testing

@testable import Store

@Suite struct StationTests {
    let box: TestBox
    let event: Event

    init() throws {
        box = try TestBox()
        event = try box.makeEvent()
    }

    private func enrol(_ name: String = "Bàn 1", event: ID<Event>? = nil) throws -> EnrolStation.Answer {
        let new = try box.store.perform(AddStation(name: name, role: .desk, event: event, actor: .system))
        return try box.store.perform(EnrolStation(oneTimeToken: new.oneTimeToken))
    }

    @Test func oneTimeTokenWorksOnce() throws {
        let new = try box.store.perform(AddStation(name: "Bàn 1", role: .desk, actor: .system))
        let enrolled = try box.store.perform(EnrolStation(oneTimeToken: new.oneTimeToken))
        #expect(try box.store.station(token: enrolled.token, now: box.clock.now)?.name == "Bàn 1")
        #expect(throws: StoreError.notFound(.oneTimeToken)) {
            try box.store.perform(EnrolStation(oneTimeToken: new.oneTimeToken))
        }
    }

    @Test func twoStationsCannotHaveOneName() throws {
        _ = try enrol()
        #expect(throws: StoreError.conflict(.stationName)) { try enrol() }
    }

    @Test func revokedStationIsOutAtOnceAndItsScansAreListed() throws {
        let station = try enrol()
        let person = try box.enrol(["Bùi Thị Ví Dụ"], in: event)[0]
        let scan = try box.store.perform(
            Redeem(
                session: event.sessions[0].id, presented: .code(person.enrolment.code), nonce: "n",
                actor: Actor(.desk, station: station.station.id))
        ).scan
        try box.store.perform(RevokeStation(name: "Bàn 1", actor: .system))
        #expect(try box.store.scans(ofStation: "Bàn 1", limit: 10).map(\.id) == [scan])
        #expect(try box.store.station(token: station.token, now: box.clock.now) == nil)
        #expect(try box.store.stations().map(\.isRevoked) == [true])
    }

    @Test func stationEndsAfterTheLastDayOfItsEventOnceTheTimeIsKnown() throws {
        let station = try enrol(event: event.id)
        box.clock.advance(seconds: 2 * 86_400)
        #expect(try box.store.station(token: station.token, now: box.clock.now) != nil, "the clock may be wrong")
        _ = try box.store.perform(
            AnchorClock(
                source: .network, time: box.clock.now.wall, bootMilliseconds: box.clock.now.bootMilliseconds,
                uncertaintyMilliseconds: 10, actor: .system))
        #expect(try box.store.station(token: station.token, now: box.clock.now) == nil)
    }

    @Test func linkIsOverAfterAnHourOfTheBootClock() throws {
        let link = try box.store.perform(AddStation(name: "Bàn 1", role: .desk, actor: .system))
        // The wall clock may jump.
        box.clock.setWall(box.clock.now.wall.adding(minutes: 100_000))
        #expect(try box.store.waitingStation(oneTimeToken: link.oneTimeToken, now: box.clock.now) != nil)
        box.clock.advance(seconds: 3_601)
        #expect(try box.store.waitingStation(oneTimeToken: link.oneTimeToken, now: box.clock.now) == nil)
        #expect(throws: StoreError.notFound(.oneTimeToken)) {
            try box.store.perform(EnrolStation(oneTimeToken: link.oneTimeToken))
        }
    }

    @Test func linkDoesNotOutliveARestart() throws {
        let link = try box.store.perform(AddStation(name: "Bàn 1", role: .desk, actor: .system))
        box.clock.restart(boot: "boot-2", wall: box.clock.now.wall)
        #expect(try box.store.waitingStation(oneTimeToken: link.oneTimeToken, now: box.clock.now) == nil)
    }

    @Test func newLinkReplacesTheOldOneAndInTheEndTheDevice() throws {
        let first = try box.store.perform(AddStation(name: "Bàn 1", role: .desk, actor: .system))
        let second = try box.store.perform(RenewStationLink(name: "Bàn 1", actor: .system))
        #expect(throws: StoreError.notFound(.oneTimeToken)) {
            try box.store.perform(EnrolStation(oneTimeToken: first.oneTimeToken))
        }
        let old = try box.store.perform(EnrolStation(oneTimeToken: second.oneTimeToken))
        let third = try box.store.perform(RenewStationLink(name: "Bàn 1", actor: .system))
        #expect(try box.store.station(token: old.token, now: box.clock.now) != nil)
        let new = try box.store.perform(EnrolStation(oneTimeToken: third.oneTimeToken))
        #expect(try box.store.station(token: old.token, now: box.clock.now) == nil)
        #expect(try box.store.station(token: new.token, now: box.clock.now)?.id == old.station.id)
    }

    @Test func revokedStationGetsNoNewLink() throws {
        _ = try enrol()
        try box.store.perform(RevokeStation(name: "Bàn 1", actor: .system))
        #expect(throws: StoreError.notFound(.station)) {
            try box.store.perform(RenewStationLink(name: "Bàn 1", actor: .system))
        }
    }

    @Test func reportIsKeptWithTheTimeAtWhichItCame() throws {
        let station = try enrol().station
        #expect(try box.store.stations().first?.report == nil)
        box.clock.advance(seconds: 60)
        let report = StationReport(unsent: 3, battery: nil)
        try box.store.perform(ReportStation(station: station.id, report: report))
        let kept = try #require(try box.store.stations().first)
        #expect(kept.report == report && kept.lastSeenAt == box.clock.now.wall)
        try box.store.perform(ReportStation(station: station.id, report: StationReport(unsent: 0, battery: 87)))
        #expect(try box.store.stations().first?.report == StationReport(unsent: 0, battery: 87))
    }

    @Test func scansOfAStationAreItsOwnAndTheNewestFirst() throws {
        let (one, other) = (try enrol("Bàn 1").station, try enrol("Bàn 2").station)
        let people = try box.enrol(["Bùi Thị Ví Dụ", "Lò Văn Ví Dụ", "Sùng A Ví Dụ"], in: event)
        for (person, station) in zip(people, [one, other, one]) {
            _ = try box.store.perform(
                Redeem(
                    session: event.sessions[0].id, presented: .code(person.enrolment.code),
                    nonce: person.enrolment.code.digits, actor: Actor(.desk, station: station.id)))
        }
        let scans = try box.store.scans(ofStation: "Bàn 1", limit: 10)
        #expect(scans.map(\.name) == ["Sùng A Ví Dụ", "Bùi Thị Ví Dụ"])
        #expect(try box.store.scans(ofStation: "Bàn 1", limit: 1).count == 1)
        #expect(throws: StoreError.notFound(.station)) { try box.store.scans(ofStation: "Bàn 3", limit: 1) }
    }
}

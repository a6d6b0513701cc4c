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
        #expect(try box.store.perform(RevokeStation(name: "Bàn 1", actor: .system)) == [scan])
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
}

import Attendance
import Exchange
import Testing

@testable import Province

/// The figures of the summary.
@Suite struct SummaryTests {
    private let province: TestProvince
    private var box = TestLedger()

    init() throws {
        province = try TestProvince()
        try province.register(box)
    }

    @Test mutating func aCommuneWithoutACodeIsARowOfItsOwn() throws {
        var event = TestEvent(people: 4)
        event.people[1].commune?.code = nil
        event.people[1].commune?.name = "Xã Không Có"
        event.people[2].commune?.code = nil
        event.people[2].commune?.name = "Ở xa"
        event.people[3].commune = nil
        for number in 0..<4 { box.scan(event[number], in: event.morning, at: 60) }
        try province.take(try box.bundle(of: event))
        let summary = try SummaryReader(province.database).summary(SummaryFilter())
        #expect(Set(summary.communeListed.map(\.key)) == ["2024/09700", "unknown", "Xã Không Có", "Ở xa"])
        #expect(Set(summary.communeListed.map(\.name)) == ["Minh Quang", "unknown", "Xã Không Có", "Ở xa"])
        #expect(summary.communeListed.map(\.people) == [1, 1, 1, 1])
        #expect(summary.communeListed.first { $0.key == "unknown" }?.name == "unknown")
    }

    @Test mutating func filesForTheOfficeAreInVietnamese() throws {
        var event = TestEvent(people: 1)
        event.event = Event(
            id: event.event.id, number: event.event.number, definition: EventDefinition(name: "lớp", kind: .class),
            sessions: event.event.sessions)
        (event.people[0].commune, event.people[0].sex) = (nil, nil)
        box.scan(event[0], in: event.morning, at: 60)
        try province.take(try box.bundle(of: event))
        let summary = try SummaryReader(province.database).summary(SummaryFilter())
        #expect(summary.programme.map(\.key) == ["unknown"])
        let file = String(decoding: try SummaryReport.bytes(summary, as: .csv), as: UTF8.self)
        #expect(!file.contains("unknown"))
        #expect(file.contains("Chưa rõ"))
    }
}

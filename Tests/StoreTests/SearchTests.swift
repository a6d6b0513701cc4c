import Attendance
import Foundation
import Testing

@testable import Store

@Suite struct SearchTests {
    let box: TestBox
    let event: Event

    init() throws {
        box = try TestBox()
        event = try box.makeEvent()
        try box.enrol(["Lê Thị Hoa", "Nguyễn Thị Đào", "Trần Đao", "Bùi Văn Nam"], in: event)
    }

    private func search(_ query: String, limit: Int = 20) throws -> [String] {
        try box.store.participants(of: event.id, matching: query, limit: limit).items.map(\.participant.name)
    }

    @Test(arguments: [("le", "Lê Thị Hoa"), ("nguyen thi", "Nguyễn Thị Đào"), ("BUI VAN", "Bùi Văn Nam")])
    func namesAreFoundWithoutMarks(query: String, name: String) throws {
        #expect(try search(query).first == name)
    }

    @Test func sameMarksComeFirst() throws {
        #expect(try search("Đào") == ["Nguyễn Thị Đào", "Trần Đao"])
        #expect(try search("Đao") == ["Trần Đao", "Nguyễn Thị Đào"])
    }

    @Test func walkInIsFoundAtOnceEvenAfterASearch() throws {
        #expect(try search("khach").isEmpty)
        _ = try box.store.perform(
            EnrolWalkIn(
                event: event.id, person: box.makeEntry("Lò Thị Khách"), idempotencyKey: "k", actor: TestBox.desk))
        #expect(try search("khach") == ["Lò Thị Khách"])
    }

    @Test func correctedNameIsFoundAndTheOldOneNoMore() throws {
        #expect(try search("hoa") == ["Lê Thị Hoa"])
        var entry = box.makeEntry("Lê Thị Hoa", row: 2, number: "001080000055")
        for name in ["Lê Thị Hoa", "Lê Thị Huệ"] {
            entry.name = name
            _ = try box.store.perform(
                ImportRoster(event: event.id, entries: [entry], source: "x", isDryRun: false, actor: .system))
        }
        #expect(try search("hoa").isEmpty)
        #expect(try search("hue") == ["Lê Thị Huệ"])
    }

    @Test func codeFindsItsPersonInThisEventOnly() throws {
        let person = try box.store.participants(of: event.id, limit: 1).items[0]
        #expect(try search(person.enrolment.code.description) == [person.participant.name])
        let other = try box.makeEvent(name: "Khác")
        #expect(
            try box.store.participants(of: other.id, matching: person.enrolment.code.digits, limit: 5).items.isEmpty)
    }

    @Test func limitIsKept() throws {
        #expect(try search("thi", limit: 1).count == 1)
    }

    @Test func aCodeThatTwoEventsGaveIsLookedUpInOne() throws {
        let box = try TestBox()
        let events = [try box.makeEvent(), try box.makeEvent(name: "Hội nghị")]
        let people = try events.map { try box.enrol(["Bùi Thị \($0.number)"], in: $0)[0].enrolment }
        let code = people[0].code
        try box.tamper(
            """
            UPDATE enrolment SET code = \(code.number); UPDATE code SET number = \(code.number);
            """)
        for (event, person) in zip(events, people) {
            #expect(try box.store.enrolment(code: code, in: event.id)?.enrolment.id == person.id)
        }
    }
}

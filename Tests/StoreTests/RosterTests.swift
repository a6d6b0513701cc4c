import Attendance
import Foundation
import Testing

@testable import Store

@Suite struct RosterTests {
    let box: TestBox
    let event: Event

    init() throws {
        box = try TestBox()
        event = try box.makeEvent()
    }

    private func load(_ entries: [RosterEntry], dryRun: Bool = false, into other: Event? = nil) throws -> ImportReport {
        try box.store.perform(
            ImportRoster(
                event: (other ?? event).id, entries: entries, source: "ds.xlsx", isDryRun: dryRun, actor: .system))
    }

    private var people: [EnrolledPerson] {
        get throws { try box.store.participants(of: event.id, limit: 1_000).items }
    }

    @Test func dryRunSaysWhatItWouldDoAndDoesNothing() throws {
        let head = try box.store.ledgerHead()
        let report = try load([box.makeEntry("Bùi Thị Ví Dụ"), box.makeEntry("Đinh Văn Mẫu", row: 3)], dryRun: true)
        #expect(report.imported == 2)
        #expect(try people.isEmpty)
        #expect(try box.store.ledgerHead() == head)
    }

    @Test func sameFileAgainChangesNothing() throws {
        let entries = [box.makeEntry("Bùi Thị Ví Dụ"), box.makeEntry("Đinh Văn Mẫu", row: 3, number: "001080000011")]
        #expect(try load(entries).imported == 2)
        let (before, head) = (try people, try box.store.ledgerHead())
        let report = try load(entries)
        #expect((report.imported, report.updated, report.unchanged) == (0, 0, 2))
        #expect(try people == before)
        #expect(try box.store.ledgerHead() == head)
    }

    @Test func changedFieldsUpdateInsteadOfDoubling() throws {
        _ = try load([box.makeEntry("Bùi Thị Ví Dụ")])
        let code = try people[0].enrolment.code
        var entry = box.makeEntry("Bùi Thị Ví Dụ", row: 9)
        (entry.phone, entry.position) = ("0900000011", "Chủ tịch")
        let report = try load([entry])
        #expect((report.imported, report.updated) == (0, 1))
        #expect(try people.map(\.position) == ["Chủ tịch"])
        #expect(try people[0].row == 9)
        #expect(try people[0].enrolment.code == code)
    }

    @Test func rowsThatChangedPlacesKeepTheirPeople() throws {
        _ = try load([box.makeEntry("Bùi Thị Ví Dụ", row: 2), box.makeEntry("Đinh Văn Mẫu", row: 3)])
        let codes = try Dictionary(uniqueKeysWithValues: people.map { ($0.participant.name, $0.enrolment.code) })
        #expect(try load([box.makeEntry("Đinh Văn Mẫu", row: 2), box.makeEntry("Bùi Thị Ví Dụ", row: 3)]).updated == 2)
        #expect(try Dictionary(uniqueKeysWithValues: people.map { ($0.participant.name, $0.enrolment.code) }) == codes)
        #expect(try Set(people.map(\.row)) == [2, 3])
    }

    @Test func sameNumberIsTheSamePersonWhateverTheName() throws {
        _ = try load([box.makeEntry("Bùi Thị Ví Dụ", number: "001080000011")])
        let report = try load([box.makeEntry("Bùi Thị Ví Dụ Hai", row: 5, number: "001080000011", year: 1981)])
        #expect((report.imported, report.updated) == (0, 1))
        #expect(try people.map(\.participant.name) == ["Bùi Thị Ví Dụ Hai"])
    }

    @Test func differentNumbersAreTwoPeopleWhateverElseIsEqual() throws {
        let report = try load([
            box.makeEntry("Bùi Thị Ví Dụ", number: "001080000011"),
            box.makeEntry("Bùi Thị Ví Dụ", row: 3, number: "001080000012"),
        ])
        #expect(report.imported == 2)
    }

    @Test func withoutANumberNameBirthAndCommuneDecide() throws {
        _ = try load([box.makeEntry("Bùi Thị Hoà", number: "001080000011")])
        #expect(try load([box.makeEntry("BÙI THỊ HÒA", row: 7)]).imported == 0)
        #expect(try load([box.makeEntry("Bùi Thị Hoà", row: 8, year: 1990)]).imported == 1)
        var elsewhere = box.makeEntry("Bùi Thị Hoà", row: 9)
        elsewhere.commune = "Yên Bình"
        #expect(try load([elsewhere]).imported == 1)
    }

    @Test func yearAloneAgreesWithTheFullDate() throws {
        var full = box.makeEntry("Bùi Thị Ví Dụ")
        full.birth = BirthDate(year: 1980, month: 3, day: 8)
        _ = try load([full])
        #expect(try load([box.makeEntry("Bùi Thị Ví Dụ", row: 4)]).imported == 0)
        #expect(try people[0].participant.birth == full.birth, "the full date stays")
    }

    @Test func phonesNeverDecide() throws {
        var (one, two) = (box.makeEntry("Bùi Thị Ví Dụ"), box.makeEntry("Đinh Văn Mẫu", row: 3))
        (one.phone, two.phone) = ("0900000011", "0900000011")
        #expect(try load([one, two]).imported == 2)
    }

    @Test func samePersonTwiceInOneListIsADuplicate() throws {
        let report = try load([box.makeEntry("Bùi Thị Ví Dụ"), box.makeEntry("Bùi Thị Ví Dụ", row: 8)])
        #expect(report.imported == 1)
        #expect(report.duplicates == [ImportReport.Duplicate(row: 8, of: 2)])
    }

    @Test func namesakesWithoutBirthAndCommuneAreDifferentPeopleAndStaySo() throws {
        var entries = [box.makeEntry("Bùi Thị Ví Dụ", year: nil), box.makeEntry("Bùi Thị Ví Dụ", row: 3, year: nil)]
        for index in entries.indices { entries[index].commune = nil }
        #expect(try load(entries).imported == 2)
        #expect(try load(entries).unchanged == 2)
    }

    @Test func personOfAnotherEventIsTheSameParticipantWithAnotherCode() throws {
        let other = try box.makeEvent(name: "Khác")
        _ = try load([box.makeEntry("Bùi Thị Ví Dụ")])
        _ = try load([box.makeEntry("Bùi Thị Ví Dụ")], into: other)
        let second = try box.store.participants(of: other.id, limit: 10).items[0]
        #expect(second.participant.id == (try people[0].participant.id))
        #expect(second.enrolment.code != (try people[0].enrolment.code))
    }

    @Test func citizenNumberIsNowhereReadableAndOpensForTheRegister() throws {
        _ = try load([box.makeEntry("Bùi Thị Ví Dụ", number: "001080000099")])
        try box.reopen()
        let file = try Data(contentsOf: URL(fileURLWithPath: box.folder + "/diemdanh.sqlite"))
        #expect(file.range(of: Data("001080000099".utf8)) == nil)
        #expect(try people[0].participant.citizenNumberTail == "099")
        #expect(try box.store.register(of: event.id).rows[0].citizenNumber == nil)
        #expect(try box.store.register(of: event.id, withCitizenNumbers: true).rows[0].citizenNumber == "001080000099")
    }

    @Test func failedImportLeavesNothing() throws {
        var broken = box.makeEntry("Bùi Thị Ví Dụ", row: 3)
        broken.name = ""
        #expect(throws: StoreError.self) { try load([box.makeEntry("Đinh Văn Mẫu"), broken]) }
        #expect(try people.isEmpty)
        #expect(try box.value("SELECT count(*) FROM participant") == 0)
    }

    @Test func unknownEventIsNotFound() {
        #expect(throws: StoreError.notFound(.event)) {
            try box.store.perform(
                ImportRoster(
                    event: .make(at: box.clock.now.wall), entries: [], source: "", isDryRun: true, actor: .system))
        }
    }

    @Test func pagesFollowEachOtherInTheOrderOfClassLists() throws {
        let names = ["Trần Thị Ánh", "Bùi Văn Bình", "Lê Thị Đào", "Ngô Thị Dung", "Hà Văn Ăn"]
        try box.enrol(names, in: event)
        var (cursor, found): (String?, [String]) = (nil, [])
        repeat {
            let page = try box.store.participants(of: event.id, limit: 2, after: cursor)
            found += page.items.map(\.participant.name)
            cursor = page.next
        } while cursor != nil
        #expect(found == ["Trần Thị Ánh", "Hà Văn Ăn", "Bùi Văn Bình", "Ngô Thị Dung", "Lê Thị Đào"])
    }
}

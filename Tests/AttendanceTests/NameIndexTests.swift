import Testing

@testable import Attendance

/// What an operator types at the door, and whom it finds.
struct NameIndexTests {
    private func index(_ names: [String]) -> NameIndex {
        var index = NameIndex()
        for (id, name) in names.enumerated() { index.insert(id: id, name: name) }
        return index
    }

    private func found(_ query: String, in names: [String]) -> [String] {
        index(names).search(query, limit: 10).map { names[$0] }
    }

    private let roster = [
        "Lê Thị Mai", "Nguyễn Thị Đào", "Đào Văn Lệ", "Nguyễn Văn Đạo", "H'Ví Niê", "Trần Thị Linh", "Lý Quý",
        "Đao Ánh",
    ]

    @Test(arguments: [
        ("le", ["Đào Văn Lệ", "Lê Thị Mai"]), ("lê", ["Lê Thị Mai", "Đào Văn Lệ"]),
        ("LÊ", ["Lê Thị Mai", "Đào Văn Lệ"]),
        ("nguyen thi", ["Nguyễn Thị Đào"]), ("dao nguyen", ["Nguyễn Thị Đào", "Nguyễn Văn Đạo"]),
        ("Đào", ["Nguyễn Thị Đào", "Đào Văn Lệ", "Nguyễn Văn Đạo", "Đao Ánh"]),
        ("vi", ["H'Ví Niê"]), ("h'vi", ["H'Ví Niê"]), ("lí", ["Lý Quý", "Trần Thị Linh"]), ("quí", ["Lý Quý"]),
        ("ng t", ["Nguyễn Thị Đào"]), ("xyz", []), ("", []), ("  ", []), ("nguyen nguyen", []),
    ])
    func queryFindsTheBestFirst(query: String, names: [String]) {
        #expect(found(query, in: roster) == names)
    }

    @Test(arguments: ["hvi nie", "h'vi nie", "h vi nie", "H’Ví Niê", "hví", "nie hvi", "hv"])
    func nameWithAnApostropheIsFoundWithoutItToo(query: String) {
        #expect(found(query, in: ["Hà Vi", "H’Ví Niê", "Niê Hoà"]) == ["H’Ví Niê"])
    }

    @Test func oneLetterOfEveryWordIsEnough() {
        #expect(found("b t v d", in: ["Bùi Thị Ví Dụ", "Bùi Văn Dụ"]) == ["Bùi Thị Ví Dụ"])
    }

    @Test func queryOrderIsPreferred() {
        #expect(found("an binh", in: ["Bình An", "An Bình"]) == ["An Bình", "Bình An"])
    }

    @Test func limitIsKept() {
        #expect(index(roster).search("n", limit: 2).count == 2)
        #expect(index(roster).search("n", limit: 0).isEmpty)
    }

    @Test func removedPersonIsNotFound() {
        var index = index(roster)
        index.remove(id: 0)
        index.remove(id: 99)
        #expect(index.search("le", limit: 5) == [2])
        #expect(index.count == roster.count - 1)
    }

    @Test func renamedPersonIsFoundByTheNewNameOnly() {
        var index = index(roster)
        index.insert(id: 0, name: "Phạm Thị Mơ")
        #expect(index.search("pham", limit: 5) == [0])
        #expect(index.search("mai", limit: 5).isEmpty)
    }

    @Test func manyRemovalsLeaveTheOthersFindable() {
        var index = NameIndex()
        for id in 0..<500 { index.insert(id: id, name: "Bùi Thị Ví \(id)") }
        for id in 0..<490 { index.remove(id: id) }
        #expect(index.search("bui", limit: 20) == Array(490..<500))
        #expect(index.search("495", limit: 20) == [495])
    }
}

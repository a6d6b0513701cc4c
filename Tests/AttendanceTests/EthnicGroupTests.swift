import Testing

@testable import Attendance

/// Names of ethnic groups as forms write them.
struct EthnicGroupTests {
    let groups: EthnicGroups

    init() throws {
        groups = EthnicGroups(tsv: try ShareFolder.text("ethnic-groups.tsv"))
    }

    @Test(arguments: [
        ("Kinh", "Kinh"), ("kinh", "Kinh"), ("Việt", "Kinh"), ("mường", "Mường"), ("MƯỜNG", "Mường"),
        ("H'Mông", "Mông"),
        ("HMông", "Mông"), ("H’mông ", "Mông"), ("Cao Lan", "Sán Chay"), ("Sán Chỉ", "Sán Chay"), ("Jrai", "Gia Rai"),
        ("K'Ho", "Cơ Ho"), ("Ê-đê", "Ê Đê"), ("Bru-Vân Kiều", "Bru - Vân Kiều"), ("Dân tộc Tày", "Tày"),
        ("Gie Trieng", "Gié - Triêng"), ("Sán Dìu", "Sán Dìu"), ("Thổ", "Thổ"), ("Hoa", "Hoa"), ("Co", "Co"),
    ])
    func writtenNameIsRecognised(text: String, name: String) {
        #expect(groups.group(named: text)?.name == name)
    }

    @Test func everyOfficialNameIsItsOwnGroup() {
        #expect(groups.all.count == 55)
        for group in groups.all {
            #expect(groups.group(named: group.name) == group)
        }
    }

    @Test(arguments: ["", "Không rõ", "x", "dân tộc"])
    func otherTextIsNoGroup(text: String) {
        #expect(groups.group(named: text) == nil)
    }

    @Test func officialListHasFiftyFourGroupsAndForeigners() {
        #expect(groups.all.count == 55)
        #expect(groups.all.last?.name == "Người nước ngoài")
    }
}

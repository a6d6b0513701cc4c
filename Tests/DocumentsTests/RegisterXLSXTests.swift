import Attendance
import Documents
import Testing

/// The workbook that the office files, read back with our own reader.
@Suite struct RegisterXLSXTests {
    private func sheets(_ register: Register) throws -> [Grid] {
        let reader = try XLSXReader(try RegisterXLSX.bytes(register))
        return try reader.sheets.map { try reader.grid(of: $0) }
    }

    private func texts(_ row: Grid.Row) -> [String] { row.cells.map { $0?.text ?? "" } }

    @Test func theListHasTheOrganisersHeaderAndTheColumnsOfTheForm() throws {
        let list = try sheets(TestRegister.make())[0]
        let all = list.rows.flatMap(texts)
        #expect(list.name == "Danh sách điểm danh")
        for text in [
            "HỘI LHPN VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "DANH SÁCH ĐIỂM DANH", "Tập huấn Ví Dụ",
            "TM. BAN THƯỜNG VỤ",
            "PHÓ CHỦ TỊCH", "Thời gian: 15/8/2024. Địa điểm: Hội trường xã Tiến Xuân", "Sổ cái điểm danh: ab12",
        ] {
            #expect(all.contains(text), "\(text)")
        }
        let titles = try #require(list.rows.first { texts($0).first == "STT" })
        #expect(
            texts(titles) == [
                "STT", "Họ và tên", "Năm sinh", "Giới tính", "Đơn vị", "Địa chỉ", "Điện thoại", "Số căn cước",
                "Sáng 15/08", "Chiều 15/08", "Tổng số buổi", "Ký tên", "Ghi chú",
            ])
    }

    @Test func columnThatNobodyHasAnythingInIsLeftOut() throws {
        var register = TestRegister.make()
        #expect(!(try sheets(register)[0].rows.flatMap(texts).contains("Dân tộc")))
        register.rows[0].participant.ethnicity = "Mường"
        #expect(try sheets(register)[0].rows.flatMap(texts).contains("Dân tộc"))
    }

    @Test func characterThatXMLCannotHoldIsLeftOut() throws {
        var register = TestRegister.make()
        register.rows[0].note = "tổ\u{FFFF}\u{1}trưởng"
        #expect(try sheets(register)[0].rows.flatMap(texts).contains("tổtrưởng"))
    }

    @Test func everyPersonHasAMarkForEverySession() throws {
        let list = try sheets(TestRegister.make())[0]
        let first = try #require(list.rows.first { texts($0).first == "1" })
        #expect(
            texts(first).prefix(11) == [
                "1", "Đỗ Thị Ánh", "1980", "Nữ", "HTX Ví", "thôn Ví, xã Tiến Xuân", "0900000001",
                "001180000001",
                "muộn", "K", "1",
            ])
        let walkIn = try #require(list.rows.first { texts($0).contains("Lê Thị Khách") })
        #expect(texts(walkIn)[9] == "")
    }

    @Test func nobodyIsAbsentFromASessionThatWasNotHeld() throws {
        var register = TestRegister.make()
        register.notHeld = [register.event.sessions[1].id]
        let list = try sheets(register)[0]
        let first = try #require(list.rows.first { texts($0).first == "1" })
        #expect(Array(texts(first)[8...10]) == ["muộn", "", "1"])
        let absent = try #require(list.rows.first { texts($0).first == "Vắng không phép (K)" })
        #expect(texts(absent).dropFirst(8).joined() == "0")
        let lines = String(decoding: RegisterCSV.bytes(register), as: UTF8.self)
        #expect(!lines.contains("absent"))
        #expect(!String(decoding: try RegisterJSON.bytes(register), as: UTF8.self).contains(#""status":"absent""#))
    }

    @Test func phonesAndCitizenNumbersAreTexts() throws {
        let list = try sheets(TestRegister.make())[0]
        let first = try #require(list.rows.first { texts($0).first == "1" })
        #expect(first[6] == .text("0900000001"))
        #expect(first[7] == .text("001180000001"))
    }

    @Test func withoutTheKeyThereIsNoColumnOfCitizenNumbers() throws {
        var register = TestRegister.make()
        for position in register.rows.indices { register.rows[position].citizenNumber = nil }
        let list = try sheets(register)[0]
        #expect(!list.rows.flatMap(texts).contains("Số căn cước"))
    }

    @Test func theTotalsStandBelowTheirSessions() throws {
        let list = try sheets(TestRegister.make())[0]
        let late = try #require(list.rows.first { texts($0).first == "Đến muộn (muộn)" })
        #expect(texts(late)[8] == "2" && texts(late)[9] == "2")
        #expect(list.rows.flatMap(texts).contains("Tổng cộng: 2 người trong danh sách"))
    }

    @Test func everyScanIsListedWithBothTimes() throws {
        let scans = try sheets(TestRegister.make())[2]
        #expect(scans.rows.count == 4)
        #expect(texts(scans.rows[1])[8...9] == ["2024-08-15T07:50:00+07:00", "2024-08-15T07:51:00+07:00"])
        #expect(scans.rows.dropFirst().map { texts($0)[6] } == ["nhận", "từ chối", "từ chối"])
        #expect(scans.rows.dropFirst().map { texts($0)[7] } == ["", "already_redeemed", "unknown_code"])
    }

    @Test func aTextThatLooksLikeAFormulaStaysAText() throws {
        let scans = try sheets(TestRegister.make(names: ["=1+1"], note: "@SUM(A1)"))
        #expect(scans[0].rows.flatMap(\.cells).contains(.text("=1+1")))
        #expect(scans[2].rows[1][13] == .text("=HYPERLINK(\"http://example.vn\")"))
    }

    @Test func theListCanBeImportedAgain() throws {
        let bytes = try RegisterXLSX.bytes(TestRegister.make())
        let roster = try RosterFile.read(bytes, sheet: "Danh sách điểm danh", context: try Fixtures.context())
        #expect(roster.entries.map(\.name) == ["Đỗ Thị Ánh"])
        #expect(roster.report.duplicates.count == 2)
    }

    @Test func aTextLongerThanACellIsCut() throws {
        let list = try sheets(TestRegister.make(note: String(repeating: "ví ", count: 20_000)))[0]
        #expect(list.rows.flatMap(texts).contains { $0.hasPrefix("ví ví") && $0.hasSuffix("…") })
    }
}

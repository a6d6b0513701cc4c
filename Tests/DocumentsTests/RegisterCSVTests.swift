import Attendance
import Documents
import Foundation
import Testing

/// The table and the document that other programs take.
@Suite struct RegisterCSVTests {
    private func records(_ bytes: [UInt8]) throws -> [[String: String]] {
        let rows = try CSVReader.grid(bytes).rows.map { row in row.cells.map { $0?.text ?? "" } }
        let titles = try #require(rows.first)
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(titles, $0)) }
    }

    @Test func itStartsWithTheMarkOfUTF8AndItsLinesEndInCRLF() throws {
        let bytes = RegisterCSV.bytes(TestRegister.make())
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasSuffix("\r\n"))
        #expect(text.unicodeScalars.count { $0 == "\n" } == text.unicodeScalars.count { $0 == "\r" })
    }

    @Test func everyScanHasALineAndSoHasAPersonWithoutAny() throws {
        let records = try records(RegisterCSV.bytes(TestRegister.make()))
        #expect(records.map { $0["scan_seq"] ?? "" } == ["1", "2", "", "", "", "", "", "3"])
        #expect(records.map { $0["name"] ?? "" }.filter { $0 == "Đỗ Thị Ánh" }.count == 3)
        #expect(records.first?["occurred_at"] == "2024-08-15T07:50:00+07:00")
        #expect(records.first?["first_entry_at"] == "2024-08-15T07:50:00+07:00")
        #expect(records.last?["reason"] == "unknown_code" && records.last?["name"] == "")
    }

    @Test(arguments: [
        "=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠A1", " =1+1", "\u{A0}=1", "|cmd", "-",
    ])
    func whatLooksLikeAFormulaIsMadeHarmless(text: String) throws {
        let bytes = RegisterCSV.bytes(TestRegister.make(names: [text], note: text))
        let cells = try CSVReader.grid(bytes).rows.flatMap { $0.cells.compactMap(\.self) }
        #expect(cells.contains(.text("'" + text)))
        #expect(!cells.contains(.text(text)))
        #expect(
            !String(decoding: bytes, as: UTF8.self).contains(",=")
                && !String(decoding: bytes, as: UTF8.self).contains("\"="))
    }

    @Test(arguments: ["a,b", "a\"b", "a\nb", "a;b", "Ví Dụ", "H'Ví"]) func ordinaryTextIsReadBackAsItWas(
        text: String
    ) throws {
        let records = try records(RegisterCSV.bytes(TestRegister.make(names: [text])))
        #expect(records.first?["name"] == text)
    }

    @Test func scansOfPeopleWhoAreNotOnTheRegisterAreListedToo() throws {
        var register = TestRegister.make()
        register.rows.removeAll()
        #expect(try records(RegisterCSV.bytes(register)).map { $0["scan_seq"] } == ["1", "2", "3"])
    }

    @Test func theDocumentHasEventSessionsPeopleAndScans() throws {
        let bytes = try RegisterJSON.bytes(TestRegister.make())
        let document = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(document["schema"] as? String == "register/1")
        #expect((document["event"] as? [String: Any])?["number"] as? String == "000042")
        let sessions = try #require(document["sessions"] as? [[String: Any]])
        #expect(sessions.first?["starts_at"] as? String == "2024-08-15T07:30:00+07:00")
        #expect((sessions.first?["counts"] as? [String: Any])?["enrolled"] as? Int == 2)
        let people = try #require(document["participants"] as? [[String: Any]])
        #expect(people.map { $0["walk_in"] as? Bool } == [false, false, true])
        let attendance = try #require(people.first?["attendance"] as? [[String: Any]])
        #expect(attendance.map { $0["status"] as? String } == ["late", "absent"])
        #expect((document["scans"] as? [[String: Any]])?.count == 3)
        #expect(document["ledger_head"] as? String == "ab12")
    }

    @Test func theListOfCodesHasThemForPeopleAndForPrograms() throws {
        let rows = [
            CodesCSV.Row(name: "=Bùi Ví", code: Code(serial: 7), badge: "1000042000007900000000000", birthYear: 1980)
        ]
        let record = try #require(try records(CodesCSV.bytes(rows)).first)
        #expect(record["Mã tham dự"] == Code(serial: 7).description)
        #expect(record["code"] == Code(serial: 7).digits)
        #expect(record["badge"] == "1000042000007900000000000")
        #expect(record["Họ và tên"] == "'=Bùi Ví")
    }
}

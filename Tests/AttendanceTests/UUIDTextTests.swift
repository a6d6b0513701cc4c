import Attendance
import Foundation
import Testing

struct UUIDTextTests {
    @Test func readsAndWritesAsFoundationDoes() {
        for _ in 0..<100 {
            let uuid = UUID()
            #expect(uuid.text == uuid.uuidString.lowercased())
            #expect(UUID(text: uuid.uuidString) == uuid)
            #expect(UUID(text: uuid.text) == uuid)
        }
    }

    @Test(arguments: [
        "", "01890a5d-ac96-774b-bcce-b302099a805", "01890a5d-ac96-774b-bcce-b302099a80577",
        "01890a5dac96-774b-bcce-b302099a80570-", "01890a5d-ac96-774b-bcce-b302099a805g",
        "01890a5d+ac96-774b-bcce-b302099a8057", "é1890a5d-ac96-774b-bcce-b302099a805",
    ]) func refusesWhatIsNoUUID(text: String) {
        #expect(UUID(text: text) == nil)
    }
}

import Foundation
import Testing

@testable import Attendance

/// Digits that a Vietnamese keyboard layout turned into letters.
struct KeyboardRepairTests {
    /// What the keys 0…9 type on the layout.
    private static let typed: [Character: String] = [
        "0": "đ", "1": "ă", "2": "â", "3": "ê", "4": "ô", "5": "\u{300}", "6": "\u{309}", "7": "\u{303}",
        "8": "\u{301}",
        "9": "\u{323}",
    ]

    @Test func separatorsAreLeftOut() {
        #expect(KeyboardRepair.digits(from: "48215791\r\n") == "48215791")
        #expect(KeyboardRepair.digits(from: " 482 157-91 ") == "48215791")
    }

    @Test(arguments: ["48215791", "00000001", "98765432", "1580160900000000000000017", "55588899"])
    func everyCodeIsRecoveredFromTheRawLetters(code: String) {
        let raw = code.map { Self.typed[$0] ?? "" }.joined()
        #expect(KeyboardRepair.digits(from: raw) == code)
        #expect(KeyboardRepair.digits(from: raw.uppercased()) == code)
    }

    @Test(arguments: ["15", "29", "38", "46", "1828", "3701"])
    func lettersThatABrowserComposedAreTakenApart(code: String) {
        let raw = code.map { Self.typed[$0] ?? "" }.joined().precomposedStringWithCanonicalMapping
        #expect(KeyboardRepair.digits(from: raw) == code)
    }

    @Test(arguments: ["", "  ", "Bùi", "1234a", "001|x"])
    func otherTextIsNoCode(text: String) {
        #expect(KeyboardRepair.digits(from: text) == nil)
    }

    @Test(arguments: [
        ("48215791", false), ("482 157-91\r\n", false), ("ôâăăđđăă", true), ("ÔÂĂĂĐĐĂĂ", true), ("4821579ă", true),
        ("Bùi Thị Ví Dụ", false), ("", false), ("482\u{A0}157\u{A0}91", false),
    ])
    func onlyWhatTheLayoutMadeIsARepair(raw: String, isNeeded: Bool) {
        #expect(KeyboardRepair.isNeeded(for: raw) == isNeeded)
    }

    @Test(arguments: ["]Q1", "]C0", "\u{2}", "\u{FEFF}", "\t ", ""])
    func whatAScannerAddsIsNoPartOfTheCode(prefix: String) {
        let code = Code(serial: 482_157)
        #expect(ScannedInput(prefix + code.digits + "\u{3}\r\n") == .code(code))
    }

    @Test func layoutIsUndoneBeforeNormalisationAndNotAfter() {
        let code = "95959595"
        let raw = code.map { Self.typed[$0] ?? "" }.joined()
        #expect(KeyboardRepair.digits(from: raw) == code)
        #expect(KeyboardRepair.digits(from: raw.decomposedStringWithCanonicalMapping) != code)
    }
}

import Crypto
import Foundation
import Store
import Program
import Testing

@testable import diemdanh

/// What the settings file may say.
struct SettingsTests {
    private let ageKey = AgreementKey().publicKey
    private let signKey = MinisignPublicKey(SigningKey().verifyingKey)

    private func settings(_ text: String) throws -> Settings {
        let file = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID().uuidString).yaml")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        return try Settings(path: file.path)
    }

    private func province(signKey: String, ageKey: String) throws -> Settings {
        try settings("province:\n  url: https://p.example\n  sign_key: \(signKey)\n  age_key: \(ageKey)\n  later: 1\n")
    }

    @Test func provinceIsReadWithItsKeys() throws {
        let settings = try province(signKey: signKey.line, ageKey: ageKey.ageText)
        let province = try #require(try settings.provinceSettings())
        #expect((province.url, province.signKey, province.ageKey) == ("https://p.example", signKey, ageKey))
        #expect(province.ca == nil && province.token == nil)
    }

    @Test func nameThatNoSettingHasIsNamedWithItsPlace() {
        let unknown = Settings.unknownNames("lissten: x\nprovince:\n  urll: https://p.example\n  ca: x\n")
        #expect(unknown.map { $0.prefix { $0 != "(" } } == ["lissten ", "urll under province "])
        #expect(Settings.unknownNames("listen: x\nlog:\n  level: info\n").isEmpty)
        #expect(Settings.unknownNames("[").isEmpty)
    }

    @Test func withoutAProvinceThereIsNone() throws {
        #expect(try settings("listen: 127.0.0.1:8080\n").provinceSettings() == nil)
    }

    @Test func keyThatIsNoneIsRefusedAtTheStart() throws {
        for pair in [("RWQbad", ageKey.ageText), (signKey.line, "age1bad"), (signKey.line, signKey.line)] {
            #expect(throws: Failure.self) {
                try province(signKey: pair.0, ageKey: pair.1).provinceSettings()
            }
        }
    }
}

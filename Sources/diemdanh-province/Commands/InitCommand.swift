import ArgumentParser
import Attendance
import Crypto
import Exchange
import Program
import Province

/// `diemdanh-province init`
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make the province's keys; prints the public ones and a token, once.")

    @OptionGroup var address: AddressOptions
    @OptionGroup var options: DataOptions

    func run() throws {
        let named = try address.address(nil)
        try ProvinceKeys.create(in: options.folder)
        let keys = try ProvinceKeys(folder: options.folder)
        let token = try RegistryFile(folder: options.folder).change { try $0.addToken("init", at: .now()) }
        let line = try keys.line(named)
        if let named { try RegistryFile(folder: options.folder).change { $0.address = named } }
        let answer = Answer(
            signKey: keys.signing.publicKey.line, ageKey: keys.age.publicKey.ageText, token: token, line: line.text)
        try options.show(
            answer,
            text:
                "sign key  \(answer.signKey)\nage key   \(answer.ageKey)\ntoken     \(answer.token)\nsettings  \(answer.line)"
        )
    }

    private struct Answer: Encodable {
        let signKey: String
        let ageKey: String
        let token: String
        /// The same for a box, in one line.
        let line: String

        enum CodingKeys: String, CodingKey {
            case token, line
            case signKey = "sign_key"
            case ageKey = "age_key"
        }
    }
}

import ArgumentParser
import Attendance
import Crypto
import Program
import Province

/// `diemdanh-province init`
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make the province's keys; prints the public ones and a token, once.")

    @OptionGroup var options: DataOptions

    func run() throws {
        try ProvinceKeys.create(in: options.folder)
        let keys = try ProvinceKeys(folder: options.folder)
        let token = try RegistryFile(folder: options.folder).change { try $0.addToken("init", at: .now()) }
        let answer = Answer(signKey: keys.signing.publicKey.line, ageKey: keys.age.publicKey.ageText, token: token)
        try options.show(
            answer, text: "sign key  \(answer.signKey)\nage key   \(answer.ageKey)\ntoken     \(answer.token)")
    }

    private struct Answer: Encodable {
        let signKey: String
        let ageKey: String
        let token: String

        enum CodingKeys: String, CodingKey {
            case token
            case signKey = "sign_key"
            case ageKey = "age_key"
        }
    }
}

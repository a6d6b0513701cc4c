import ArgumentParser
import FoundationEssentials
import Program
import Store

/// `diemdanh init`
struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make a new data folder; prints the organiser's PIN and the API token once.")

    @OptionGroup var options: DataOptions

    func run() throws {
        let folder = options.folder(try options.settings())
        let box: NewBox
        do {
            box = try Store.create(folder: folder, clock: SystemClock.reading)
        } catch let error as StoreError {
            throw Failure(error, folder: folder)
        }
        let keys = Keys(box: box.box, organiserPIN: box.organiserPIN, apiToken: box.apiToken, key: box.publicKey)
        try options.show([UInt8](try JSONEncoder().encode(keys))) { (keys: Keys) in
            "box            \(keys.box)\norganiser PIN  \(keys.organiserPIN)\nAPI token      \(keys.apiToken)\nkey            \(keys.key)"
        }
    }

    private struct Keys: Codable {
        let box: String
        let organiserPIN: String
        let apiToken: String
        /// By which the province and other boxes know this one.
        let key: String

        enum CodingKeys: String, CodingKey {
            case box, key
            case organiserPIN = "organiser_pin"
            case apiToken = "api_token"
        }
    }
}

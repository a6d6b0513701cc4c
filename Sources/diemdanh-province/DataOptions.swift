import ArgumentParser
import FoundationEssentials
import Program
import Province

/// What every command takes.
struct DataOptions: ParsableArguments {
    @Option(help: "The data folder (default: $DIEMDANH_PROVINCE_DATA, else /var/lib/diemdanh-province).")
    var data: String?

    @Flag(help: "Print JSON.")
    var json = false

    /// The folder of the keys and the registry.
    var folder: String {
        data ?? ProcessInfo.processInfo.environment["DIEMDANH_PROVINCE_DATA"] ?? "/var/lib/diemdanh-province"
    }

    /// The registry of a folder that has keys.
    func registry() throws -> RegistryFile {
        _ = try ProvinceKeys(folder: folder)
        return RegistryFile(folder: folder)
    }

    /// Prints an answer: as JSON with `--json`, otherwise the text, if there is any.
    func show(_ answer: some Encodable, text: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let output = json ? String(decoding: try encoder.encode(answer), as: UTF8.self) : text
        if !output.isEmpty { print(output) }
    }
}

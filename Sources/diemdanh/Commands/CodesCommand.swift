import ArgumentParser
import FoundationEssentials
import HTTPServer
import Program
import QRCode

/// `diemdanh codes`
struct CodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes", abstract: "Write everybody's code: a table, or one picture each.")

    /// What is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case png, csv
    }

    @Argument(help: "The event's id.") var event: String
    @Option(help: "csv (one file) or png (a folder with one badge each).") var format: Format
    @Option(help: "The file or folder to write.") var out: String
    @OptionGroup var options: DataOptions

    func run() throws {
        let query = [("format", format == .csv ? "csv" : "json")]
        let answer = try Box(options).read(Call(.get, "/api/v1/events/\(event)/codes", query: query))
        switch format {
        case .csv: try writeFile(out, answer)
        case .png: try writePictures(try JSONDecoder().decode(Badges.self, from: Data(answer)).items)
        }
    }

    /// One file per badge, named by its code: the person's name stays out of file names, which messengers show.
    private func writePictures(_ badges: [BadgeEntry]) throws {
        do {
            try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        } catch {
            throw Failure.failed("\(out) cannot be made")
        }
        for badge in badges {
            let picture = try QRCode(digits: badge.badge, level: .quartile).png(pixelsPerModule: 16)
            try writeFile("\(out)/\(badge.code).png", picture)
        }
    }

    private struct Badges: Decodable {
        let items: [BadgeEntry]
    }

    private struct BadgeEntry: Decodable {
        let code: String
        let badge: String
    }
}

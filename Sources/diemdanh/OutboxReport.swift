/// The outbox as the calls answer it, as far as the command line shows it.
struct OutboxReport: Decodable {
    let counts: Counts
    let pushing: Bool
    let destinations: [Destination]
    let items: [Bundle]
    let province: Province

    /// Whether everything is where the box can send it: bundles wait for whoever carries them where no address is set and
    /// others are told.
    var hasArrived: Bool {
        let isForOthers = province.url == nil && !destinations.isEmpty
        return destinations.allSatisfy { $0.problem == nil }
            && (isForOthers || counts.waiting + counts.refused == 0)
    }

    /// Where everything goes.
    struct Province: Decodable {
        let url: String?
    }

    struct Counts: Decodable {
        let sent: Int
        let waiting: Int
        let refused: Int
    }

    struct Destination: Decodable {
        let name: String
        let problem: Problem?
    }

    struct Bundle: Decodable {
        let id: String
        let name: String
        let state: String
        let problem: Problem?
        let receipt: Receipt?
    }

    struct Problem: Decodable {
        let code: String
        let detail: String
    }

    struct Receipt: Decodable {
        let accepted: Int
        let duplicate: Int
        let refused: Int
    }

    /// `42 sent, 3 waiting, 1 refused`, then each bundle that has no receipt and why.
    var text: String {
        let open = items.filter { $0.receipt == nil }.map(\.line)
        let problems = destinations.compactMap { destination in
            destination.problem.map { "\(destination.name): \($0.text)" }
        }
        return (["\(counts.sent) sent, \(counts.waiting) waiting, \(counts.refused) refused"] + open + problems)
            .joined(separator: "\n")
    }

    /// Every bundle on a line.
    var list: String {
        ([text.split(separator: "\n").first.map(String.init) ?? ""] + items.map(\.line)).joined(separator: "\n")
    }
}

extension OutboxReport.Bundle {
    /// `1a2b3c4d-482157-000123  receipted  80 accepted, 0 duplicate, 0 refused`
    var line: String {
        let said = receipt.map { "\($0.accepted) accepted, \($0.duplicate) duplicate, \($0.refused) refused" }
        return [name, state, said ?? problem?.text].compactMap(\.self).joined(separator: "  ")
    }
}

import Attendance
import Store

/// What became of the typed rows of a sheet, or would.
struct PaperOutput: Encodable {
    let rows: [Row]
    /// The parts that name no row.
    let problems: [Problem]

    /// Only says what was typed.
    init(_ list: RowList, of known: [PaperRow]) {
        rows = list.rows.map { Row(known[$0 - 1]) }
        problems = list.problems.map(Problem.init)
    }

    /// Says what was recorded.
    init(_ recorded: [RecordRows.Recorded]) {
        rows = recorded.map { Row($0.row, $0.answer) }
        problems = []
    }

    /// One row and its person.
    struct Row: Encodable {
        let row: Int
        let name: String
        @OrNull var birthYear: Int?
        /// `new`, `recorded` before or `annulled` since; after recording `accepted` or `refused`.
        let state: String
        let reason: Refusal?
        let scan: String?

        init(_ row: PaperRow, _ answer: RedeemAnswer? = nil) {
            (self.row, name) = (row.row, row.person.participant.name)
            state = answer?.outcome.result ?? row.state.rawValue
            (reason, scan) = (answer?.outcome.refusal, answer?.scan.description)
            birthYear = row.person.participant.birth?.year
        }

        enum CodingKeys: String, CodingKey {
            case row, name, state, reason, scan
            case birthYear = "birth_year"
        }
    }

    /// A part as it was typed, and why it is no row.
    struct Problem: Encodable {
        let text: String
        let why: RowList.Problem.Kind

        init(_ problem: RowList.Problem) {
            (text, why) = (problem.text, problem.kind)
        }
    }
}

internal import Attendance

/// Which codes of an event a box gives out: those whose serial leaves `residue` when divided by `modulus`.
///
/// Boxes of one event have classes without a common code, so that they can register people while they cannot see each
/// other.
struct CodeClass: Hashable, Sendable {
    let modulus: Int
    let residue: Int

    /// Every code: an event with one box.
    static let whole = CodeClass(modulus: 1, residue: 0)

    /// Two classes that share this one out.
    var halves: (kept: CodeClass, given: CodeClass) {
        (
            CodeClass(modulus: modulus * 2, residue: residue),
            CodeClass(modulus: modulus * 2, residue: residue + modulus)
        )
    }

    /// A random code of the class.
    func random(using generator: inout some RandomNumberGenerator) -> Code {
        let count = (Code.count - residue + modulus - 1) / modulus
        return Code(serial: Int.random(in: 0..<count, using: &generator) * modulus + residue)
    }
}

extension Connection {
    /// The codes of an event that this box gives out.
    func codeClass(of event: ID<Event>) throws -> CodeClass {
        try first("SELECT code_modulus, code_residue FROM share WHERE event = ?", event) {
            CodeClass(modulus: try $0[0], residue: try $0[1])
        } ?? .whole
    }

    /// Sets which codes of an event this box gives out from now on.
    func set(_ codes: CodeClass, of event: ID<Event>) throws {
        try run(
            """
            INSERT INTO share (event, code_modulus, code_residue) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET code_modulus = excluded.code_modulus, code_residue = excluded.code_residue
            """, event, codes.modulus, codes.residue)
    }
}

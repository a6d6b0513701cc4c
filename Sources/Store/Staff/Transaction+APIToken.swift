internal import Attendance

extension Transaction {
    /// Keeps the hash of a program's token.
    func addToken(_ token: String, name: String, actor: Actor) throws {
        try connection.run("INSERT INTO api_token (token_hash, name) VALUES (?, ?)", Token.hash(token), name)
        var entry = LedgerEntry(.tokenAdded, actor: actor, in: self)
        entry.detail = name
        try append(entry)
    }
}

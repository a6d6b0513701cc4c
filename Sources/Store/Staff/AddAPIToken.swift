internal import Attendance

/// Makes a token for a program and answers with it; it is not shown again.
package struct AddAPIToken: Command {
    package let name: String
    package let actor: Actor

    package init(name: String, actor: Actor) {
        (self.name, self.actor) = (name, actor)
    }

    package func execute(in transaction: Transaction) throws -> String {
        let token = Token.make()
        try transaction.addToken(token, name: name, actor: actor)
        return token
    }
}

extension Transaction {
    /// Keeps a token's hash.
    func addToken(_ token: String, name: String, actor: Actor) throws {
        try connection.run("INSERT INTO api_token (token_hash, name) VALUES (?, ?)", Token.hash(token), name)
        var entry = LedgerEntry(.tokenAdded, actor: actor, in: self)
        entry.detail = name
        try append(entry)
    }
}

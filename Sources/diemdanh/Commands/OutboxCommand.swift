import ArgumentParser

/// `diemdanh outbox`
struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "What waits for the province, and what came back.",
        subcommands: [
            OutboxListCommand.self, OutboxPushCommand.self, OutboxCarryCommand.self, OutboxReceiptCommand.self,
        ])
}

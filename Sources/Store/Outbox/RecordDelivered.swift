package import Attendance

/// Writes down how far an event's record has arrived; it never goes back.
package struct RecordDelivered: Command {
    package let destination: Destination
    package let event: ID<Event>
    package let delivered: Delivered

    package init(_ destination: Destination, _ event: ID<Event>, _ delivered: Delivered) {
        (self.destination, self.event, self.delivered) = (destination, event, delivered)
    }

    package func execute(in transaction: Transaction) throws {
        try transaction.connection.run(
            """
            INSERT INTO delivered VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET seq = excluded.seq, through = excluded.through, done = excluded.done,
                sent = excluded.sent, refused = excluded.refused
            WHERE excluded.seq >= seq
            """, destination, event, delivered.seq, delivered.through, delivered.done, delivered.sent,
            delivered.refused)
    }
}

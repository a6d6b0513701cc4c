package import Attendance

/// Keeps what a device says of itself, and that it was seen.
package struct ReportStation: Command {
    package let station: ID<Station>
    package let report: StationReport

    package init(station: ID<Station>, report: StationReport) {
        (self.station, self.report) = (station, report)
    }

    package func execute(in transaction: Transaction) throws {
        try transaction.connection.run(
            "UPDATE station SET last_seen_at = ?, unsent = ?, battery = ? WHERE id = ?",
            transaction.time, report.unsent, report.battery, station)
    }
}

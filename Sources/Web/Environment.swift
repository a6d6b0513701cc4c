package import Attendance
package import Delivery
package import Logging
package import Store

/// What the pages and calls are served from.
package struct Environment: Sendable {
    package var store: Store
    /// The folder of pages, words and pictures.
    package var www: String
    /// The folder of the tables of communes and ethnic groups.
    package var tables: String
    package var version: String
    /// Networks from which a PIN may be typed over plain HTTP, beside loopback.
    package var staffNetworks: [Network] = []
    package var doors = Doors()
    /// Sends over the network; nil where no server runs.
    package var courier: Courier?
    package var clock: @Sendable () -> ClockReading
    package var log: Logger

    package init(
        store: Store, www: String, tables: String, version: String,
        clock: @escaping @Sendable () -> ClockReading = SystemClock.reading, log: Logger
    ) {
        (self.store, self.www, self.tables, self.version) = (store, www, tables, version)
        (self.clock, self.log) = (clock, log)
    }
}

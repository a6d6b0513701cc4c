extension Store {
    /// What can be set.
    package struct Options: Sendable {
        /// The most commands in one transaction.
        package var batchLimit = 512
        /// The most commands that wait; more are refused with `.busy`.
        package var queueLimit = 16_384
        /// How many backups are kept in each folder.
        package var keptBackups = 8
        /// A folder on another medium that gets a copy of every backup while that is mounted.
        package var secondBackupFolder: String?
        /// Minutes of activity after which a backup is made by itself; 0 for never.
        package var backupIntervalMinutes = 15

        /// The province of the settings file, which goes before the one that the organiser has taken in.
        package var province: ProvinceSettings?

        package init() {}
    }
}

extension Database {
    /// Brings the tables to this version of the program.
    package func migrate() throws {
        try use { try Migrations.run(on: $0) }
    }
}

extension Store {
    /// Who receives the record: the province of the settings file, else the one that the organiser has taken in.
    package var province: ProvinceSettings? {
        get throws(StoreError) { try read { try self.province($0) } }
    }

    /// Whether the settings file names the province: then nobody changes it on the pages.
    package var isProvinceOfSettingsFile: Bool { options.province != nil }

    /// The same inside a question of a reader.
    func province(_ connection: Connection) throws -> ProvinceSettings? {
        try options.province ?? connection.province()
    }
}

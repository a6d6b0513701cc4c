package import Crypto

/// The province's own secrets, kept in the data folder and never in the database.
package struct ProvinceKeys: Sendable {
    /// Signs receipts.
    package let signing: MinisignKey
    /// Opens carried bundles and sealed citizen numbers.
    package let age: AgreementKey
    /// Hashes citizen numbers and what stands in for them.
    let person: [UInt8]

    /// Makes the keys of a folder that has none; what an interrupted call has made stays.
    ///
    /// - Throws: ``ProvinceError/alreadyExists``; ``ProvinceError/lostKeys(_:)`` where some are missing and the registry
    ///   says that they were in use.
    package static func create(in folder: String) throws {
        let missing = try missing(in: folder)
        guard !missing.isEmpty else { throw ProvinceError.alreadyExists }
        if try missing.count < Name.allCases.count && RegistryFile(folder: folder).exists {
            throw ProvinceError.lostKeys(missing.map(\.rawValue))
        }
        try PrivateFile.createFolder(folder + "/keys")
        for name in missing { try PrivateFile.create(name.new, at: path(folder, name)) }
    }

    /// Reads the keys of a data folder.
    ///
    /// - Throws: ``ProvinceError/notInitialised`` without any, ``ProvinceError/lostKeys(_:)`` with some of them.
    package init(folder: String) throws {
        guard let seed = try PrivateFile.read(ProvinceKeys.path(folder, .signing)),
            let age = try PrivateFile.read(ProvinceKeys.path(folder, .age)),
            let person = try PrivateFile.read(ProvinceKeys.path(folder, .person))
        else { throw try ProvinceKeys.whyMissing(in: folder) }
        guard person.count == 32 else { throw ProvinceError.folder("\(Name.person.rawValue) is damaged") }
        signing = MinisignKey(try SigningKey(seed: seed))
        self.age = try AgreementKey(ageText: String(decoding: age, as: UTF8.self))
        self.person = person
    }

    private static func whyMissing(in folder: String) throws(ProvinceError) -> ProvinceError {
        let missing = try missing(in: folder)
        return missing.count == Name.allCases.count ? .notInitialised : .lostKeys(missing.map(\.rawValue))
    }

    private static func missing(in folder: String) throws(ProvinceError) -> [Name] {
        var missing: [Name] = []
        for name in Name.allCases where try PrivateFile.read(path(folder, name)) == nil { missing.append(name) }
        return missing
    }

    /// A keyed hash of a text, other for each purpose.
    func hash(_ text: String, for purpose: String) -> [UInt8] {
        HMAC.sha256(Array("\(purpose)\0\(text)".utf8), key: person)
    }

    private enum Name: String, CaseIterable {
        case age = "age.key"
        case person = "person.key"
        case signing = "sign.key"

        /// The content of a new file.
        var new: [UInt8] {
            switch self {
            case .age: Array(AgreementKey().ageText.utf8)
            case .person: Random.bytes(32)
            case .signing: SigningKey().seed
            }
        }
    }

    private static func path(_ folder: String, _ name: Name) -> String { "\(folder)/keys/\(name.rawValue)" }
}

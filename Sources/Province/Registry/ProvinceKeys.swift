package import Crypto

/// The province's own secrets, kept in the data folder and never in the database.
package struct ProvinceKeys: Sendable {
    /// Signs receipts.
    package let signing: MinisignKey
    /// Opens carried bundles and sealed citizen numbers.
    package let age: AgreementKey
    /// Hashes citizen numbers and what stands in for them.
    let person: [UInt8]

    /// Makes keys and an empty registry in a folder that has none; the registry's first token comes back.
    ///
    /// - Throws: ``ProvinceError/alreadyExists``.
    package static func create(in folder: String) throws {
        guard PrivateFile.read(path(folder, .signing)) == nil else { throw ProvinceError.alreadyExists }
        try PrivateFile.createFolder(folder + "/keys")
        try PrivateFile.write(Array(AgreementKey().ageText.utf8), to: path(folder, .age))
        try PrivateFile.write(Random.bytes(32), to: path(folder, .person))
        try PrivateFile.write(SigningKey().seed, to: path(folder, .signing))
    }

    /// Reads the keys of a data folder.
    ///
    /// - Throws: ``ProvinceError/notInitialised`` without them.
    package init(folder: String) throws {
        guard let seed = PrivateFile.read(ProvinceKeys.path(folder, .signing)),
            let age = PrivateFile.read(ProvinceKeys.path(folder, .age)),
            let person = PrivateFile.read(ProvinceKeys.path(folder, .person)), person.count == 32
        else { throw ProvinceError.notInitialised }
        signing = MinisignKey(try SigningKey(seed: seed))
        self.age = try AgreementKey(ageText: String(decoding: age, as: UTF8.self))
        self.person = person
    }

    /// A keyed hash of a text, other for each purpose.
    func hash(_ text: String, for purpose: String) -> [UInt8] {
        HMAC.sha256(Array("\(purpose)\0\(text)".utf8), key: person)
    }

    private enum Name: String {
        case signing = "sign.key"
        case age = "age.key"
        case person = "person.key"
    }

    private static func path(_ folder: String, _ name: Name) -> String { "\(folder)/keys/\(name.rawValue)" }
}

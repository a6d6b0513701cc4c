package import Attendance
internal import Crypto
package import Exchange

/// Takes bundles in: what is true of them is stored, once, and each is answered with a signed receipt.
package struct Intake: Sendable {
    let database: Database
    let keys: ProvinceKeys
    let registry: RegistryFile
    let units: AdministrativeUnits
    /// Where encrypted bundles are opened: the data folder, which only its owner reads.
    let folder: String

    package init(
        database: Database, keys: ProvinceKeys, registry: RegistryFile, units: AdministrativeUnits, folder: String
    ) {
        (self.database, self.keys, self.registry, self.units) = (database, keys, registry, units)
        self.folder = folder
    }

    /// What a bundle is answered with.
    package struct Answer: Sendable {
        /// The `.ddr` file.
        package let receipt: [UInt8]
        package let name: String
        /// False if the bundle was here before: the receipt is the one that was given then.
        package let isNew: Bool
        /// From which box it is, what became of its scans, and what an officer should know, in one line for the log.
        let account: String
    }

    /// Takes a bundle, plain or encrypted to this province.
    ///
    /// The transaction is done again from its beginning when PostgreSQL restarts in the middle; an answer that was lost
    /// after the commit is given again when the box sends again.
    /// - Throws: ``BundleRefusal`` with nothing stored, or ``DatabaseError``.
    package func take(_ file: BundleFile, at now: Timestamp) throws -> Answer {
        let (bundle, box) = try open(file)
        do {
            return try database.transaction { try store(bundle, from: box, into: $0, at: now) }
        } catch let error as DatabaseError where error.isOfValues {
            throw BundleRefusal.unusable(.contradiction("values"))
        }
    }

    /// The same for a file that is in memory.
    package func take(_ file: [UInt8], at now: Timestamp) throws -> Answer { try take(.bytes(file), at: now) }

    private func store(
        _ bundle: EventBundle, from box: RegisteredBox, into connection: DatabaseConnection, at now: Timestamp
    ) throws -> Answer {
        let name = bundle.manifest.fileStem + ".ddr"
        let entry = try BundleImport(bundle, from: box, into: connection, intake: self, now: now)
        if let receipt = try entry.earlierReceipt() {
            return Answer(receipt: receipt, name: name, isNew: false, account: try entry.account())
        }
        return Answer(receipt: try entry.run(), name: name, isNew: true, account: try entry.account())
    }

    /// Opens the file, decrypting it first where it is encrypted.
    private func open(_ file: BundleFile) throws -> (EventBundle, RegisteredBox) {
        do {
            guard file.isEncrypted else { return try read(file) }
            // Anybody may encrypt to the province: nobody knows yet who has sent it, so it may take no memory.
            return try file.decrypted(with: keys.age, in: folder, read: read)
        } catch let error as ExchangeError {
            throw BundleRefusal(error)
        }
    }

    /// Reads a plain file, and checks who sent it before anything else of it is read.
    private func read(_ file: BundleFile) throws -> (EventBundle, RegisteredBox) {
        let reader = try BundleReader(file)
        let box = try sender(of: reader.manifest)
        return (try reader.bundle(), box)
    }

    private func sender(of manifest: BundleManifest) throws -> RegisteredBox {
        guard manifest.format == BundleManifest.bundleFormat else {
            throw BundleRefusal.unusable(.unknownFormat(manifest.format))
        }
        guard let key = manifest.signer, let box = try registry.current().box(key) else {
            throw BundleRefusal.unknownBox(key: manifest.signer?.line ?? "no key")
        }
        if box.isRevoked { throw BundleRefusal.revokedBox(name: box.name) }
        return box
    }
}

package import Attendance
internal import Crypto
internal import Foundation

extension Store {
    /// Looks at everything that can be wrong with a data folder; reads the whole database.
    package func doctor(now: ClockReading) throws(StoreError) -> [DoctorFact] {
        [diskSpace, try clockState(now), try databaseState(), try ledgerState(), permissions, backupState]
            + [try certificateState(now)].compactMap(\.self)
    }

    /// Below 1 GB somebody should look.
    private var diskSpace: DoctorFact {
        let free = freeBytes
        let megabytes = free / 1_000_000
        let state: DoctorFact.State =
            free < StoreHealth.neededBytes ? .bad : megabytes < 1_000 ? .warning : .good
        return DoctorFact(subject: .diskSpace, state: state, detail: "\(megabytes) MB free")
    }

    private func clockState(_ now: ClockReading) throws(StoreError) -> DoctorFact {
        let isConfirmed = try isTimeConfirmed(now)
        return DoctorFact(
            subject: .clock, state: isConfirmed ? .good : .warning,
            detail: isConfirmed ? "confirmed" : "not confirmed since the start")
    }

    private func databaseState() throws(StoreError) -> DoctorFact {
        let answers = try read { try $0.all("PRAGMA quick_check") { try $0[0] as String } }
        return DoctorFact(
            subject: .database, state: answers == ["ok"] ? .good : .bad, detail: answers.joined(separator: "; "))
    }

    private func ledgerState() throws(StoreError) -> DoctorFact {
        let findings = try verify()
        guard let first = findings.first else {
            return DoctorFact(subject: .ledger, state: .good, detail: "\(try ledgerHead().entries) entries")
        }
        return DoctorFact(subject: .ledger, state: .bad, detail: "\(first) (\(findings.count) findings)")
    }

    /// The keys and the database are nobody's business but the owner's.
    private var permissions: DoctorFact {
        let readable = [folder.keys, folder.database].filter { path in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return ((attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0) & 0o077 != 0
        }
        return DoctorFact(
            subject: .permissions, state: readable.isEmpty ? .good : .bad,
            detail: readable.isEmpty ? "private" : "others may read \(readable.joined(separator: ", "))")
    }

    private var backupState: DoctorFact {
        let folders = backups.folders
        let medium = folders.mounted == nil ? "away" : "there"
        let second = options.secondBackupFolder == nil ? "" : ", second medium \(medium)"
        guard let newest = Backup.list(in: folders.own, of: keys.tag).first else {
            return DoctorFact(subject: .backups, state: .warning, detail: "none yet" + second)
        }
        return DoctorFact(subject: .backups, state: .good, detail: "up to entry \(newest.head.entries)" + second)
    }

    /// The box's own certificate, where it has been asked for one; the server renews it by itself.
    private func certificateState(_ now: ClockReading) throws(StoreError) -> DoctorFact? {
        guard let certificate = certificates.stored() else { return nil }
        let end = Timestamp(milliseconds: certificate.validity.end * 1_000)
        let isOver = end < (try time(now))
        return DoctorFact(
            subject: .certificate, state: isOver ? .warning : .good,
            detail: "https \(isOver ? "ended" : "until") \(end.rfc3339()) for \(certificate.subjectNames); "
                + "authority SHA-256 \(certificates.fingerprint ?? "missing")")
    }
}

package import Attendance
internal import Foundation

extension Store {
    /// How the store is, in one glance.
    package func health(now: ClockReading) throws(StoreError) -> StoreHealth {
        try read { connection in
            StoreHealth(
                box: self.box.id, head: try LedgerHead(connection),
                isTimeConfirmed: try Timeline(connection).trueTime(now) != nil,
                isWritable: self.writer?.failure == nil, freeBytes: self.freeBytes)
        }
    }

    /// Free space of the data folder's disk for this process.
    var freeBytes: Int64 {
        var facts = statvfs()
        guard statvfs(folder.path, &facts) == 0 else { return 0 }
        return Int64(facts.f_bavail) * Int64(facts.f_frsize)
    }
}

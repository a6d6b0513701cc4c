/// How the store is, in one glance.
package struct StoreHealth: Sendable {
    package let box: String
    package let head: LedgerHead
    package let isTimeConfirmed: Bool
    /// False after the device has failed.
    package let isWritable: Bool
    /// Free space of the data folder's disk for this process.
    package let freeBytes: Int64

    /// What new sessions need.
    static let neededBytes: Int64 = 200_000_000

    /// Whether the disk is full, or so nearly that the next session may not find room.
    package var isDiskFull: Bool { freeBytes < Self.neededBytes }
}

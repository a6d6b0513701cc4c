/// How the store is, in one glance.
package struct StoreHealth: Sendable {
    package let box: String
    package let head: LedgerHead
    package let isTimeConfirmed: Bool
    /// False after the device has failed.
    package let isWritable: Bool
    /// Free space of the data folder's disk for this process.
    package let freeBytes: Int64
}

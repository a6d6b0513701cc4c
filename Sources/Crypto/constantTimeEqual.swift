internal import CSodium

/// Whether both have the same bytes; takes as long for a near miss as for a far one (`sodium_memcmp`).
///
/// Only the length can be learnt from the time it takes.
package func constantTimeEqual(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.count == other.count && sodium_memcmp(one, other, one.count) == 0
}

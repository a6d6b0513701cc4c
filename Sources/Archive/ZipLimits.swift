/// What an archive may take at most, counted while it is read and never believed from a header.
package struct ZipLimits: Sendable {
    package var parts: Int
    /// Bytes of all parts together after inflating.
    package var inflatedBytes: Int

    package init(parts: Int, inflatedBytes: Int) {
        (self.parts, self.inflatedBytes) = (parts, inflatedBytes)
    }
}

internal import CZip

/// One part of an archive, inflated in pieces of at most 64 kB.
package final class ZipPart {
    private let archive: ZipReader
    private let file: OpaquePointer
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)

    init(_ file: OpaquePointer, of archive: ZipReader) {
        (self.file, self.archive) = (file, archive)
    }

    deinit {
        zip_fclose(file)
        buffer.deallocate()
    }

    /// The next bytes, valid until the next call; nil at the end.
    ///
    /// What a header says about sizes is not believed: the bytes of all parts are counted as they come.
    package func next() throws(ZipError) -> UnsafeRawBufferPointer? {
        let count = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
        guard count >= 0 else { throw .truncated }
        guard count > 0 else { return nil }
        archive.inflated += Int(count)
        guard archive.inflated <= archive.limits.inflatedBytes else { throw .expandsTooFar }
        return UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)])
    }
}

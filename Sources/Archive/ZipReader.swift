internal import CZip
internal import Glibc

/// A ZIP archive in memory or in a file, read through libzip.
///
/// Not for use by two threads at once.
package final class ZipReader {
    let handle: OpaquePointer
    /// libzip reads from here as long as the archive is open; nil for an archive in a file.
    private let memory: UnsafeMutableRawBufferPointer?
    let limits: ZipLimits
    /// Bytes of all parts read so far.
    var inflated = 0

    /// Throws `truncated` where the central directory is missing or wrong, and `tooManyParts`.
    package init(_ bytes: [UInt8], limits: ZipLimits) throws(ZipError) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        memory.copyBytes(from: bytes)
        var error = zip_error_t()
        defer { zip_error_fini(&error) }
        let source = zip_source_buffer_create(memory.baseAddress, UInt64(bytes.count), 0, &error)
        guard let handle = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
            zip_source_free(source)
            memory.deallocate()
            throw .truncated
        }
        (self.handle, self.memory, self.limits) = (handle, memory, limits)
        guard zip_get_num_entries(handle, 0) <= limits.parts else { throw .tooManyParts }
    }

    /// An archive in an open file, of which only what is being read comes into memory.
    ///
    /// The descriptor stays the caller's; its position is moved. Throws as ``init(_:limits:)`` does.
    package init(descriptor: Int32, limits: ZipLimits) throws(ZipError) {
        guard let file = fdopen(dup(descriptor), "rb") else { throw .truncated }
        var error = zip_error_t()
        defer { zip_error_fini(&error) }
        guard let source = zip_source_filep_create(file, 0, -1, &error) else {
            fclose(file)
            throw .truncated
        }
        guard let handle = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
            zip_source_free(source)
            throw .truncated
        }
        (self.handle, memory, self.limits) = (handle, nil, limits)
        guard zip_get_num_entries(handle, 0) <= limits.parts else { throw .tooManyParts }
    }

    deinit {
        zip_discard(handle)
        memory?.deallocate()
    }

    /// The names of the parts in the order of the directory, as UTF-8.
    package var names: [String] {
        (0..<max(0, zip_get_num_entries(handle, 0))).compactMap { index in
            zip_get_name(handle, UInt64(index), 0).map { String(cString: $0) }
        }
    }

    /// Whether the archive has a part of this name.
    package func contains(_ name: String) -> Bool {
        zip_name_locate(handle, name, 0) >= 0
    }

    /// A part to be read from its beginning; nil if there is none of this name.
    package func part(_ name: String) throws(ZipError) -> ZipPart? {
        let index = zip_name_locate(handle, name, 0)
        guard index >= 0 else { return nil }
        guard hasUsualCompression(UInt64(index)) else { throw .unusualCompression }
        guard let file = zip_fopen_index(handle, UInt64(index), 0) else { throw openError }
        return ZipPart(file, of: self)
    }

    /// All of a part, at most `most` bytes of it; nil if there is none of this name.
    package func bytes(of name: String, upTo most: Int = .max) throws(ZipError) -> [UInt8]? {
        guard let part = try part(name) else { return nil }
        var bytes: [UInt8] = []
        while let piece = try part.next() {
            guard piece.count <= most - bytes.count else { throw .expandsTooFar }
            bytes.append(contentsOf: piece)
        }
        return bytes
    }

    private func hasUsualCompression(_ index: UInt64) -> Bool {
        var facts = zip_stat_t()
        guard zip_stat_index(handle, index, 0, &facts) == 0 else { return false }
        return [UInt16(ZIP_CM_STORE), UInt16(ZIP_CM_DEFLATE)].contains(facts.comp_method)
    }

    /// Why the part could not be opened.
    private var openError: ZipError {
        let code = zip_error_code_zip(zip_get_error(handle))
        return code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP ? .passwordProtected : .truncated
    }
}

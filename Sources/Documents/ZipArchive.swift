internal import CZip

/// A ZIP archive in memory, read through libzip.
///
/// Not for use by two threads at once.
final class ZipArchive {
    private let handle: OpaquePointer
    /// libzip reads from here as long as the archive is open.
    private let memory: UnsafeMutableRawBufferPointer
    private let limits: FileLimits
    private var inflated = 0

    /// Throws `truncated` where the central directory is missing or wrong, `tooManySheets` for a directory of
    /// thousands of parts.
    init(_ bytes: [UInt8], limits: FileLimits) throws(RosterFileError) {
        memory = .allocate(byteCount: bytes.count, alignment: 1)
        memory.copyBytes(from: bytes)
        var error = zip_error_t()
        defer { zip_error_fini(&error) }
        let source = zip_source_buffer_create(memory.baseAddress, UInt64(bytes.count), 0, &error)
        guard let handle = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
            zip_source_free(source)
            memory.deallocate()
            throw RosterFileError(.truncated)
        }
        (self.handle, self.limits) = (handle, limits)
        guard zip_get_num_entries(handle, 0) <= 20 + 10 * limits.sheets else {
            throw RosterFileError(.tooManySheets, limit: limits.sheets)
        }
    }

    deinit {
        zip_discard(handle)
        memory.deallocate()
    }

    /// Whether the archive has a part of this name.
    func contains(_ name: String) -> Bool {
        zip_name_locate(handle, name, 0) >= 0
    }

    /// Inflates a part in pieces of at most 64 kB; false if there is none of this name.
    ///
    /// What a header says about sizes is not believed: the bytes of all parts are counted as they come.
    func read(
        _ name: String, _ use: (UnsafeRawBufferPointer) throws(RosterFileError) -> Void
    ) throws(RosterFileError) -> Bool {
        let index = zip_name_locate(handle, name, 0)
        guard index >= 0 else { return false }
        guard hasUsualCompression(UInt64(index)) else { throw RosterFileError(.malformed) }
        guard let file = zip_fopen_index(handle, UInt64(index), 0) else { throw openError }
        defer { zip_fclose(file) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
            guard count >= 0 else { throw RosterFileError(.truncated) }
            guard count > 0 else { return true }
            inflated += Int(count)
            guard inflated <= limits.inflatedBytes else {
                throw RosterFileError(.expandsTooFar, limit: limits.inflatedBytes)
            }
            try use(UnsafeRawBufferPointer(rebasing: buffer[..<Int(count)]))
        }
    }

    /// The methods a workbook may use (ISO 29500-2): none and Deflate. Others expand much further.
    private func hasUsualCompression(_ index: UInt64) -> Bool {
        var facts = zip_stat_t()
        guard zip_stat_index(handle, index, 0, &facts) == 0 else { return false }
        return [UInt16(ZIP_CM_STORE), UInt16(ZIP_CM_DEFLATE)].contains(facts.comp_method)
    }

    /// Why the part could not be opened.
    private var openError: RosterFileError {
        let code = zip_error_code_zip(zip_get_error(handle))
        return RosterFileError(code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP ? .passwordProtected : .truncated)
    }
}

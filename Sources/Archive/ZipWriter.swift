internal import CZip
internal import Glibc

/// Makes a ZIP archive in memory; the same parts give the same bytes.
package enum ZipWriter {
    /// The archive of these parts, in this order, packed with Deflate.
    package static func bytes(_ parts: [(name: String, content: [UInt8])]) throws(ZipError) -> [UInt8] {
        guard let target = zip_source_buffer_create(nil, 0, 1, nil) else { throw .notMade }
        // Kept beyond the end of the archive, which would otherwise take its bytes along.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, Int32(ZIP_CREATE | ZIP_TRUNCATE), nil) else {
            zip_source_free(target)
            throw .notMade
        }
        do {
            for part in parts { try add(part.name, part.content, to: archive) }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw .notMade
        }
        return try contents(of: target)
    }

    private static func add(_ name: String, _ content: [UInt8], to archive: OpaquePointer) throws(ZipError) {
        // libzip reads it when the archive is closed, and frees it with C's `free`.
        guard let copy = malloc(max(1, content.count)) else { throw .notMade }
        content.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
        }
        guard let source = zip_source_buffer(archive, copy, UInt64(content.count), 1) else {
            free(copy)
            throw .notMade
        }
        let index = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw .notMade
        }
        // 1 January 1980, the first day that a ZIP can name: when an archive was made is not in its bytes.
        guard zip_file_set_dostime(archive, UInt64(index), 0, 1 << 5 | 1, 0) == 0 else { throw .notMade }
    }

    private static func contents(of source: OpaquePointer) throws(ZipError) -> [UInt8] {
        var facts = zip_stat_t()
        guard zip_source_stat(source, &facts) == 0, zip_source_open(source) == 0 else { throw .notMade }
        defer { zip_source_close(source) }
        var bytes = [UInt8](repeating: 0, count: Int(facts.size))
        var count = 0
        while count < bytes.count {
            let read = bytes.withUnsafeMutableBytes { buffer in
                zip_source_read(source, buffer.baseAddress.map { $0 + count }, UInt64(buffer.count - count))
            }
            guard read > 0 else { throw .notMade }
            count += Int(read)
        }
        return bytes
    }
}

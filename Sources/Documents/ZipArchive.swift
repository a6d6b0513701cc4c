internal import Archive

/// A workbook's archive, whose faults are those of a roster file.
struct ZipArchive {
    private let reader: ZipReader
    private let limits: FileLimits

    /// Throws `truncated` where the central directory is missing or wrong, `tooManySheets` for a directory of
    /// thousands of parts.
    init(_ bytes: [UInt8], limits: FileLimits) throws(RosterFileError) {
        self.limits = limits
        let most = ZipLimits(parts: 20 + 10 * limits.sheets, inflatedBytes: limits.inflatedBytes)
        do {
            reader = try ZipReader(bytes, limits: most)
        } catch {
            throw RosterFileError(error, limits)
        }
    }

    /// Whether the archive has a part of this name.
    func contains(_ name: String) -> Bool {
        reader.contains(name)
    }

    /// Inflates a part in pieces of at most 64 kB; false if there is none of this name.
    func read(
        _ name: String, _ use: (UnsafeRawBufferPointer) throws(RosterFileError) -> Void
    ) throws(RosterFileError) -> Bool {
        guard let part = try found({ () throws(ZipError) in try reader.part(name) }) else { return false }
        while let piece = try found({ () throws(ZipError) in try part.next() }) { try use(piece) }
        return true
    }

    private func found<Value>(_ body: () throws(ZipError) -> Value?) throws(RosterFileError) -> Value? {
        do {
            return try body()
        } catch {
            throw RosterFileError(error, limits)
        }
    }
}

extension RosterFileError {
    /// What an archive's fault means for a workbook.
    fileprivate init(_ error: ZipError, _ limits: FileLimits) {
        switch error {
        case .truncated, .notMade: self.init(.truncated)
        case .unusualCompression: self.init(.malformed)
        case .passwordProtected: self.init(.passwordProtected)
        case .tooManyParts: self.init(.tooManySheets, limit: limits.sheets)
        case .expandsTooFar: self.init(.expandsTooFar, limit: limits.inflatedBytes)
        }
    }
}

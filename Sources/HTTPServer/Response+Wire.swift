internal import CMicroHTTPD
import Glibc

extension Response {
    /// The answer as libmicrohttpd wants it.
    struct Wire {
        let pointer: OpaquePointer
        let status: UInt32
        /// Content in bytes; 0 if unknown.
        let length: Int
    }

    /// Makes `struct MHD_Response *`, which the caller destroys; nil when there is no memory or file for it.
    /// The headers are those of the request, for the variant of an asset.
    func wire(for headers: Headers, on handle: ConnectionHandle) -> Wire? {
        let wire =
            switch content {
            case .empty: Wire.copying([], status)
            case .bytes(let bytes): Wire.copying(bytes, status)
            case .asset(let asset): Wire.asset(asset, status, headers)
            case .file(let file): Wire.file(file, status)
            case .events(let stream): Wire.events(stream, status, handle)
            }
        for field in self.headers { wire?.add(field.name, field.value) }
        return wire
    }
}

extension Response.Wire {
    private init?(_ pointer: OpaquePointer?, _ status: Int, _ length: Int) {
        guard let pointer else { return nil }
        self.pointer = pointer
        self.status = UInt32(clamping: status)
        self.length = length
    }

    fileprivate static func copying(_ bytes: [UInt8], _ status: Int) -> Self? {
        let pointer = bytes.withUnsafeBytes { buffer in
            // The library takes a mutable pointer and copies from it.
            MHD_create_response_from_buffer(
                buffer.count, UnsafeMutableRawPointer(mutating: buffer.baseAddress), .RESPMEM_MUST_COPY)
        }
        return Self(pointer, status, bytes.count)
    }

    fileprivate static func asset(_ asset: Asset, _ status: Int, _ headers: Headers) -> Self? {
        let variant = asset.variant(for: headers)
        let isCurrent = status == 200 && Asset.isCurrent(variant, for: headers)
        let wire = isCurrent ? copying([], 304) : keeping(variant.bytes, status)
        wire?.add("ETag", variant.etag)
        if asset.gzip != nil { wire?.add("Vary", "Accept-Encoding") }
        if !isCurrent { wire?.add("Content-Type", asset.contentType) }
        if !isCurrent && variant.etag != asset.etag { wire?.add("Content-Encoding", "gzip") }
        return wire
    }

    /// The bytes live at least until the library calls `releaseBytes`.
    private static func keeping(_ bytes: FixedBytes, _ status: Int) -> Self? {
        let owner = Unmanaged.passRetained(bytes)
        let pointer = MHD_create_response_from_buffer_with_free_callback_cls(
            bytes.count, bytes.buffer.baseAddress, releaseBytes, owner.toOpaque())
        if pointer == nil { owner.release() }
        return Self(pointer, status, bytes.count)
    }

    fileprivate static func file(_ file: ResponseFile, _ status: Int) -> Self? {
        // The library closes what it is given.
        let own = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0)
        guard own >= 0 else { return nil }
        let pointer = MHD_create_response_from_fd64(UInt64(file.count), own)
        if pointer == nil { close(own) }
        return Self(pointer, status, file.count)
    }

    fileprivate static func events(_ stream: EventStream, _ status: Int, _ handle: ConnectionHandle) -> Self? {
        let owner = Unmanaged.passRetained(EventSource(stream, handle))
        let pointer = MHD_create_response_from_callback(
            cmhd_size_unknown(), 4_096, readEvents, owner.toOpaque(), releaseEvents)
        if pointer == nil { owner.release() }
        let wire = Self(pointer, status, 0)
        wire?.add("Content-Type", "text/event-stream")
        wire?.add("Cache-Control", "no-store")
        return wire
    }

    /// Adds a field; the library leaves one with a control character out.
    fileprivate func add(_ name: String, _ value: String) {
        _ = MHD_add_response_header(pointer, name, value)
    }
}

/// `MHD_ContentReaderFreeCallback` of ``Asset`` bytes.
private func releaseBytes(_ owner: UnsafeMutableRawPointer?) {
    if let owner { Unmanaged<FixedBytes>.fromOpaque(owner).release() }
}

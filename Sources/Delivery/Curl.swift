internal import CCurl
internal import Glibc
internal import Store

/// One libcurl transfer: the only code that knows libcurl.
final class Curl {
    private let handle: UnsafeMutableRawPointer
    private var headers: UnsafeMutablePointer<curl_slist>?
    private var file: UnsafeMutablePointer<FILE>?
    private let received: Received

    private static let isStarted = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// A transfer that can be performed once; `isCancelled` is asked about once a second.
    ///
    /// - Throws: `.badFile` for a file that cannot be read, `.unexpected` for what libcurl does not take: nothing is sent
    ///   with less care than was meant.
    init(_ upload: Upload, isCancelled: @escaping @Sendable () -> Bool) throws(DeliveryProblem) {
        guard Curl.isStarted, let handle = curl_easy_init() else { throw DeliveryProblem(.unexpected, "libcurl") }
        self.handle = handle
        received = Received(limit: upload.answerLimit, isCancelled: isCancelled)
        try setUp(upload)
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(headers)
        if let file { fclose(file) }
    }

    /// Sends and waits for the whole answer.
    ///
    /// - Throws: why there is none.
    func perform() throws(DeliveryProblem) -> Upload.Answer {
        let code = curl_easy_perform(handle)
        guard code == CURLE_OK else { throw DeliveryProblem(curl: code) }
        return Upload.Answer(status: diemdanh_curl_status(handle), body: received.bytes)
    }

    private func setUp(_ upload: Upload) throws(DeliveryProblem) {
        try set(CURLOPT_URL, upload.url.text)
        try set(CURLOPT_PROTOCOLS_STR, upload.url.isLoopback ? "http,https" : "https")
        // Somebody who answers with another address is not who was asked.
        try set(CURLOPT_FOLLOWLOCATION, 0)
        // No proxy of the environment: the address in the settings is the one that is meant.
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        try set(CURLOPT_CONNECTTIMEOUT, 30)
        // A minute without a byte; a slow line may take as long as it needs.
        try set(CURLOPT_LOW_SPEED_LIMIT, 1)
        try set(CURLOPT_LOW_SPEED_TIME, 60)
        try setTrust(upload.trust)
        try setHeaders(upload.headers)
        try setBody(upload.body)
        let context = Unmanaged.passUnretained(received).toOpaque()
        try check(diemdanh_curl_set_writer(handle, receive, context))
        try check(diemdanh_curl_set_progress(handle, progress, context))
    }

    private func setTrust(_ trust: Trust) throws(DeliveryProblem) {
        try set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        switch trust {
        case .system: break
        case .authorities(var bytes):
            try check(
                bytes.withUnsafeMutableBytes { diemdanh_curl_set_authorities(handle, $0.baseAddress, $0.count) })
        case .key(let pin):
            try set(CURLOPT_PINNEDPUBLICKEY, pin)
            // The pin names the key itself: no authority and no name can say more. curl checks it all the same.
            try set(CURLOPT_SSL_VERIFYPEER, 0)
            try set(CURLOPT_SSL_VERIFYHOST, 0)
        }
    }

    private func setHeaders(_ fields: [(name: String, value: String)]) throws(DeliveryProblem) {
        // No `Expect: 100-continue`: a second of waiting for servers that do not know it.
        for field in fields.map({ "\($0.name): \($0.value)" }) + ["Expect:"] {
            headers = curl_slist_append(headers, field)
        }
        try check(diemdanh_curl_set_headers(handle, headers))
    }

    private func setBody(_ body: Upload.Body) throws(DeliveryProblem) {
        try set(CURLOPT_POST, 1)
        switch body {
        case .bytes(let bytes):
            try check(diemdanh_curl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count)))
            try check(
                bytes.withUnsafeBufferPointer { buffer in
                    buffer.withMemoryRebound(to: CChar.self) {
                        diemdanh_curl_set_text(handle, CURLOPT_COPYPOSTFIELDS, $0.baseAddress)
                    }
                })
        case .file(let path):
            var status = stat()
            guard let file = fopen(path, "rbe"), fstat(fileno(file), &status) == 0 else {
                throw DeliveryProblem(.badFile, String(cString: strerror(errno)))
            }
            self.file = file
            try check(diemdanh_curl_set_file(handle, file))
            try check(diemdanh_curl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(status.st_size)))
        }
    }

    private func set(_ option: CURLoption, _ value: Int) throws(DeliveryProblem) {
        try check(diemdanh_curl_set_number(handle, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws(DeliveryProblem) {
        try check(diemdanh_curl_set_text(handle, option, value))
    }

    private func check(_ code: CURLcode) throws(DeliveryProblem) {
        guard code == CURLE_OK else { throw DeliveryProblem(curl: code) }
    }
}

/// What a transfer's callbacks work on; on the thread that performs it.
private final class Received {
    var bytes: [UInt8] = []
    let limit: Int
    let isCancelled: @Sendable () -> Bool

    init(limit: Int, isCancelled: @escaping @Sendable () -> Bool) {
        (self.limit, self.isCancelled) = (limit, isCancelled)
    }
}

/// `CURLOPT_WRITEFUNCTION`: taking less than was given ends the transfer.
private func receive(
    _ start: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let start, let context else { return 0 }
    let received = Unmanaged<Received>.fromOpaque(context).takeUnretainedValue()
    guard received.bytes.count + size * count <= received.limit else { return 0 }
    received.bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: size * count))
    return size * count
}

/// `CURLOPT_XFERINFOFUNCTION`: anything but 0 ends the transfer.
private func progress(
    _ context: UnsafeMutableRawPointer?, _: curl_off_t, _: curl_off_t, _: curl_off_t, _: curl_off_t
) -> Int32 {
    guard let context else { return 0 }
    return Unmanaged<Received>.fromOpaque(context).takeUnretainedValue().isCancelled() ? 1 : 0
}

extension DeliveryProblem {
    /// Why a transfer came to nothing (`CURLcode`).
    fileprivate init(curl code: CURLcode) {
        let text = String(cString: curl_easy_strerror(code))
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT: self.init(.unreachable, text)
        case CURLE_OPERATION_TIMEDOUT: self.init(.timedOut, text)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_CONNECT_ERROR, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CERTPROBLEM:
            self.init(.badCertificate, text)
        case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_ABORTED_BY_CALLBACK:
            self.init(.cutOff, text)
        case CURLE_READ_ERROR: self.init(.badFile, text)
        case CURLE_UNSUPPORTED_PROTOCOL: self.init(.notSecure, text)
        default: self.init(.unexpected, text)
        }
    }
}

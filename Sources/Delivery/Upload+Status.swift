internal import Store

extension Upload {
    /// Sends it; the answer if its status is 2xx.
    ///
    /// - Throws: why it has not arrived, for whatever other status too.
    func send(isCancelled: @escaping @Sendable () -> Bool) throws(DeliveryProblem) -> Answer {
        let answer = try Curl(self, isCancelled: isCancelled).perform()
        guard (200..<300).contains(answer.status) else { throw DeliveryProblem(answer) }
        return answer
    }
}

extension DeliveryProblem {
    /// What an answer that is no success means.
    init(_ answer: Upload.Answer) {
        let detail = "\(answer.status) \(answer.firstWords)"
        let kind: Kind =
            switch answer.status {
            case 401, 403: .forbidden
            case 404, 405, 410: .wrongAddress
            case 408, 425, 429, 500...599: .busy
            default: .unexpected
            }
        self.init(kind, detail, status: answer.status)
    }

    /// Whether another bundle may well arrive where this one did not.
    var concernsOneOnly: Bool {
        switch kind {
        case .forbidden, .unexpected, .badReceipt, .badFile: true
        case .unreachable, .timedOut, .badCertificate, .cutOff, .notSecure, .wrongAddress, .busy: false
        }
    }
}

extension Upload.Answer {
    /// The beginning of the body on one line, for who looks closer.
    fileprivate var firstWords: String {
        String(
            String(decoding: body.prefix(400), as: UTF8.self).map { $0.isNewline ? " " : $0 }.filter { !$0.isControl })
    }
}

extension Character {
    fileprivate var isControl: Bool { unicodeScalars.contains { $0.properties.generalCategory == .control } }
}

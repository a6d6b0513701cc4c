import Attendance
import Crypto
import Exchange
import HTTPServer
import Store

/// What happened at an event as a file for the province, for another box, or for a store of learning records.
struct BundleExport {
    private let store: Store
    private let environment: Environment

    init(_ environment: Environment) {
        (store, self.environment) = (environment.store, environment)
    }

    /// The signed bundle; encrypted to the province unless the caller wants it `plain`, or to another box (`to`).
    func bundle(of event: ID<Event>, _ context: Context) throws -> Response {
        let readers = try readers(context)
        let bundle = try made(event, context)
        var file = try store.file(bundle)
        if let readers { file = try BundleWriter.encrypted(file, to: [readers]) }
        let name = bundle.manifest.fileName(isEncrypted: readers != nil)
        return .download(file, type: readers == nil ? "application/zip" : "application/octet-stream", named: name)
    }

    /// The xAPI statements alone, one on each line.
    func statements(of event: ID<Event>, _ context: Context) throws -> Response {
        let bundle = try made(event, context)
        return .download(
            try bundle.statementLines(), type: "application/jsonl", named: bundle.manifest.fileStem + ".xapi.jsonl")
    }

    private func made(_ event: ID<Event>, _ context: Context) throws -> EventBundle {
        let after = try context.number("after", in: 0...Int.max, default: 0)
        return try store.bundle(
            of: event, after: Int64(after), isForBox: context.request.query["to"] != nil,
            software: "diemdanh \(environment.version)", now: environment.clock())
    }

    /// Whom the file is encrypted to; nil where the caller wants it readable for everybody.
    private func readers(_ context: Context) throws -> AgreementPublicKey? {
        if let text = context.request.query["to"] { return try BoxKey(text).agreementKey }
        if try context.flag("plain") { return nil }
        guard let province = try store.province else { throw Problem.noProvinceKey }
        return province.ageKey
    }
}

extension Problem {
    /// 409: nobody is named who alone could read the file.
    static let noProvinceKey = Problem(
        409, "no_province_key",
        "The province's key is not set, so the bundle would be readable for whoever finds it.",
        detail: "Set the province (diemdanh province set LINE), or ask for it unencrypted (--plain, plain=true).")
}

import FoundationEssentials
import HTTPServer

/// The file in a request: the whole body, or the field `file` of a form.
struct UploadedFile {
    let bytes: [UInt8]
    /// What the sender calls it; shown and kept beside the rows, never used as a path.
    let name: String?

    /// Throws 400 for a form without a file.
    init(_ request: Request) throws {
        let contentType = request.headers["Content-Type"] ?? ""
        let given = request.query["name"]
        guard contentType.lowercased().hasPrefix("multipart/form-data") else {
            (bytes, name) = (try request.body.bytes(), given)
            return
        }
        guard let form = MultipartForm(try request.body.bytes(), contentType: contentType) else {
            throw Problem.malformed("The form has no field named file.")
        }
        (bytes, name) = (form.file, given ?? form.fileName)
    }
}

import HTTPServer
import QRCode

/// Reading QR codes for browsers that cannot. Pictures are looked at and forgotten.
struct DecodeRoutes {
    var routes: [Route] {
        [Route(.post, "/api/v1/decode", [.kiosk, .desk], on: .slow, bodyLimit: 2 << 20, decode)]
    }

    @Sendable private func decode(_ context: Context) throws -> Answer {
        let picture = try Picture(context.request.body.bytes(), format: context.request.pictureFormat())
        return .now(.json(["texts": try picture.texts()]))
    }
}

extension Request {
    /// What the sender says the body is.
    fileprivate func pictureFormat() throws(Problem) -> Picture.Format {
        switch headers["Content-Type"]?.lowercased() {
        case "image/png": return .png
        case "image/jpeg": return .jpeg
        case "image/x-portable-graymap": return .pgm
        default: throw .unknownPicture
        }
    }
}

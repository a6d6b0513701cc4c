/// An error that knows its HTTP response: RFC 9457 `application/problem+json`.
package struct Problem: Error, Sendable {
    package let status: Int
    /// The last part of `type`: stable, for programs.
    package let code: String
    /// One sentence for people who read logs, in English.
    package let title: String
    package var detail: String?
    package var errors: [FieldError] = []
    /// The sheets of a workbook, where the sender has to choose one.
    package var sheets: [String] = []
    package var headers: [(name: String, value: String)] = []

    package init(_ status: Int, _ code: String, _ title: String, detail: String? = nil, errors: [FieldError] = []) {
        (self.status, self.code, self.title) = (status, code, title)
        (self.detail, self.errors) = (detail, errors)
    }

    /// What is wrong with one field of a body (`pointer`, RFC 6901) or one cell of a file (`row`, `column`).
    package struct FieldError: Codable, Equatable, Sendable {
        package var pointer: String?
        package var row: Int?
        package var column: String?
        package var message: String

        package init(pointer: String? = nil, row: Int? = nil, column: String? = nil, message: String) {
            (self.pointer, self.row, self.column, self.message) = (pointer, row, column, message)
        }
    }
}

extension Problem {
    package static let notFound = Problem(404, "not_found", "There is nothing at this address.")
    package static let unauthenticated = Problem(401, "unauthenticated", "Say who you are first.")
    package static let forbidden = Problem(403, "forbidden", "This caller may not do this.")
    package static let wrongPIN = Problem(401, "wrong_pin", "The name or the PIN is wrong.")
    package static let badCSRF = Problem(403, "bad_csrf", "The request does not come from the box's own page.")
    package static let storeFull = Problem(503, "store_full", "The disk is full. Retry with the same nonce.")
    package static let storeBusy = Problem(503, "store_busy", "The store cannot write now. Retry with the same nonce.")
    package static let nonceReused = Problem(409, "nonce_reused", "This nonce already stands for another request.")

    package static func malformed(_ detail: String) -> Problem {
        Problem(400, "malformed", "The request cannot be read.", detail: detail)
    }

    /// 422: the field at `pointer` was read and cannot be used.
    package static func invalid(_ pointer: String, _ message: String) -> Problem {
        Problem(
            422, "invalid", "A field cannot be used.", errors: [FieldError(pointer: pointer, message: message)])
    }

    package static func methodNotAllowed(_ allowed: [String]) -> Problem {
        var problem = Problem(405, "method_not_allowed", "This address does not know the method.")
        problem.headers = [("Allow", allowed.joined(separator: ", "))]
        return problem
    }

    /// 429: try again after `seconds`.
    package static func slowDown(afterSeconds seconds: Int) -> Problem {
        var problem = Problem(429, "slow_down", "Too many attempts. Wait.")
        problem.headers = [("Retry-After", String(seconds))]
        return problem
    }
}

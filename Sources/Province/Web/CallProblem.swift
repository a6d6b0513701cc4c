internal import HTTPServer

/// Why a call or a page is not answered as asked: an error that knows its HTTP response.
struct CallProblem: Error {
    let status: Int
    /// The last part of the problem's type: stable, for programs.
    let code: String
    let title: String
    var headers: [(name: String, value: String)] = []

    init(_ status: Int, _ code: String, _ title: String) {
        (self.status, self.code, self.title) = (status, code, title)
    }

    static let notFound = CallProblem(404, "not_found", "There is nothing at this address.")
    static let unauthenticated = CallProblem(401, "unauthenticated", "This needs a token.")
    static let badCSRF = CallProblem(403, "bad_csrf", "The request does not come from this server's own page.")

    static func methodNotAllowed(_ allowed: [String]) -> CallProblem {
        var problem = CallProblem(405, "method_not_allowed", "This address does not know the method.")
        problem.headers = [("Allow", allowed.sorted().joined(separator: ", "))]
        return problem
    }

    static var slowDown: CallProblem {
        var problem = CallProblem(429, "slow_down", "Too many attempts. Wait.")
        problem.headers = [("Retry-After", "60")]
        return problem
    }

    static func malformed(_ title: String) -> CallProblem { CallProblem(400, "malformed", title) }

    /// The one place where an error becomes a problem.
    init(_ error: any Error) {
        switch error {
        case let problem as CallProblem: self = problem
        case let refusal as BundleRefusal: self.init(refusal.status, refusal.code, refusal.title)
        case PersonDecision.Failure.unknownPerson:
            self.init(422, "unknown_person", "There are no two such people.")
        case is DatabaseError:
            self.init(503, "database_unavailable", "The database cannot be used now. Send again later.")
        case ProvinceError.folder:
            self.init(503, "folder_unavailable", "The server's data folder cannot be used now. Send again later.")
        default: self.init(500, "internal", "The server made a mistake.")
        }
    }

    var response: Response { .problem(status, code, title: title, headers: headers) }
}

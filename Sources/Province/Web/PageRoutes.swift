internal import HTTPServer
internal import Rendering

/// The pages: the summary, people who look alike, the boxes' settings, and the carrier's.
struct PageRoutes: Sendable {
    let reader: SummaryReader
    let review: PersonReview
    let bundles: BundleRoutes
    let pages: Pages

    var routes: [Route] {
        [
            Route(.get, "/") { request, caller in try summary(request, caller) },
            Route(.get, "/people") { request, caller in
                let pairs = try review.pairs(limit: 50).map(\.context)
                return try page("province-people", request, caller, ["pairs": pairs, "is_empty": pairs.isEmpty])
            },
            Route(.post, "/people") { request, caller in
                try decide(try FormBody(request.body), caller)
                return .redirect(to: "/people")
            },
            Route(.get, "/settings") { request, caller in try settings(request, caller) },
            Route(.get, "/carry") { request, caller in try page("province-carry", request, caller, [:]) },
            Route(.post, "/carry", on: .slow, bodyLimit: BundleRoutes.mostBytes) { request, caller in
                try carry(request, caller)
            },
        ]
    }

    /// A page with who is signed in.
    func page(
        _ name: String, _ request: Request, _ caller: Caller, status: Int = 200, _ details: [String: any Sendable]
    ) throws -> Response {
        var details = details
        if case .officer(let session) = caller { details["csrf"] = session.csrf }
        details["officer"] = caller.name
        return try pages.formPage(name, for: request, status: status, with: details)
    }

    private func summary(_ request: Request, _ caller: Caller) throws -> Response {
        let wrong = SummaryFilter.wrongDay(request.query)
        let summary = try reader.summary(wrong == nil ? try SummaryFilter(request.query) : SummaryFilter())
        let programmes = try reader.programmes().map { name -> [String: any Sendable] in
            ["name": name, "is_chosen": name == summary.filter.programme]
        }
        var details = summary.context
        details["programmes"] = programmes
        if let wrong { details["is_wrong_\(wrong)"] = true }
        return try page("province-summary", request, caller, status: wrong == nil ? 200 : 422, details)
    }

    private func decide(_ form: FormBody, _ caller: Caller) throws {
        guard let first = form["first"].flatMap({ Int64($0) }), let second = form["second"].flatMap({ Int64($0) }),
            let decision = form["decision"].flatMap(PersonDecision.Kind.init)
        else { throw CallProblem.malformed("This is no decision.") }
        try review.decide(
            PersonDecision(first: first, second: second, decision: decision), by: caller.name ?? "",
            at: bundles.clock())
    }

    /// The receipt as a download: the browser keeps the page, and the phone has the file for the box.
    private func carry(_ request: Request, _ caller: Caller) throws -> Response {
        guard let type = request.headers["Content-Type"],
            let form = MultipartForm(try request.body.bytes(), contentType: type), !form.file.isEmpty
        else { return try page("province-carry", request, caller, status: 400, ["is_missing": true]) }
        do {
            return .receipt(try bundles.take(form.file, from: request.remote, caller))
        } catch let refusal as BundleRefusal {
            return try page("province-carry", request, caller, status: refusal.status, ["refused": refusal.code])
        }
    }
}

internal import Attendance
internal import HTTPServer

/// What programs of the province ask for.
struct SummaryRoutes: Sendable {
    let reader: SummaryReader
    let review: PersonReview
    let clock: @Sendable () -> Timestamp

    var routes: [Route] {
        [
            Route(.get, "/api/v1/summary") { request, _ in
                .json(try reader.summary(SummaryFilter(request.query)))
            },
            Route(.get, "/api/v1/report", on: .slow) { request, _ in try report(request) },
            Route(.get, "/api/v1/people/duplicates") { request, _ in
                .json(["items": try review.pairs(limit: try request.query.limit())])
            },
            Route(.post, "/api/v1/people/decisions") { request, caller in
                try review.decide(try request.body.decoded(), by: caller.name ?? "", at: clock())
                return .noContent
            },
        ]
    }

    /// The report as a file.
    private func report(_ request: Request) throws -> Response {
        let format = request.query["format"] ?? "xlsx"
        guard let format = SummaryReport.Format(rawValue: format) else {
            throw CallProblem.malformed("format must be xlsx, csv or json.")
        }
        let summary = try reader.summary(SummaryFilter(request.query))
        return Response(
            status: 200,
            headers: [
                ("Content-Type", format.contentType),
                ("Content-Disposition", "attachment; filename=\"diemdanh.\(format.rawValue)\""),
            ], content: .bytes(try SummaryReport.bytes(summary, as: format)))
    }
}

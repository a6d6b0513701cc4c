import HTTPServer
import Testing

@testable import Web

struct RouteTableTests {
    private let table = RouteTable([
        Route(.get, "/", .anybody) { _ in .now(.noContent) },
        Route(.get, "/events/{id}", .anybody) { _ in .now(.noContent) },
        Route(.post, "/events/{id}", .anybody) { _ in .now(.noContent) },
        Route(.get, "/events/{event}/people/{person}", .anybody) { _ in .now(.noContent) },
    ])

    @Test func segmentsInBracesMatchAnything() throws {
        let match = try table.find(.get, "/events/e1/people/ngọc")
        #expect(match.route.parameterNames == ["event", "person"])
        #expect(match.parameters == ["e1", "ngọc"])
    }

    @Test(arguments: ["/nothing", "/events", "/events/a/b", "/events/a/people", "/../events", "/.."])
    func otherPathsAreNotFound(path: String) {
        #expect(status { try table.find(.get, path) } == 404)
    }

    @Test func methodThatThePathDoesNotKnowIsSaidSo() {
        #expect(status { try table.find(.delete, "/events/1") } == 405)
    }

    @Test func emptySegmentsAreNoSegments() throws {
        #expect(try table.find(.get, "//events//7").parameters == ["7"])
    }

    private func status(_ find: () throws -> RouteTable.Match) -> Int? {
        do {
            _ = try find()
            return nil
        } catch {
            return (error as? Problem)?.status
        }
    }
}

extension RouteTable {
    /// What a request with this path finds.
    fileprivate func find(_ method: Method, _ path: String) throws -> Match {
        try find(method, Request(path: path).segments)
    }
}

/// One request, copied out of the connection: nothing in it refers to the socket it came by.
package struct Request: Sendable {
    package var method: Method
    /// Percent-decoded and not normalised (`..` stays): look it up in a table, never in a folder.
    package var path: String
    /// The parts of the path, each decoded by itself: a name may hold a `/`.
    package var segments: [String]
    package var query: Query
    package var headers: Headers
    /// Empty while the request is being admitted.
    package var body: Body
    package var remote: Address
    package var listener: Listener

    /// A request from its parts; the server fills them from the network, tests from what they need.
    package init(
        method: Method = .get,
        path: String,
        segments: [String]? = nil,
        query: Query = Query(),
        headers: Headers = Headers(),
        body: Body = Body(),
        remote: Address = .local,
        listener: Listener = .main
    ) {
        self.method = method
        self.path = path
        self.segments = segments ?? path.split(separator: "/").map(String.init)
        self.query = query
        self.headers = headers
        self.body = body
        self.remote = remote
        self.listener = listener
    }
}

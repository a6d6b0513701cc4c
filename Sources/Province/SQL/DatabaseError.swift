internal import CPostgres

/// What PostgreSQL, or the way to it, refused.
package struct DatabaseError: Error, Sendable, CustomStringConvertible {
    /// Five characters (PostgreSQL's appendix A); empty where the server was not reached.
    package let state: String
    /// The server's own words, never shown to a client: they may hold values of rows.
    package let message: String
    /// The connection is of no more use: another one may succeed.
    package let isConnectionLost: Bool

    init(state: String, message: String, isConnectionLost: Bool = false) {
        (self.state, self.message, self.isConnectionLost) = (state, message, isConnectionLost)
    }

    /// What the connection itself says, where there is no result that could.
    init(_ connection: OpaquePointer?) {
        self.init(
            state: "", message: String(cString: PQerrorMessage(connection)), isConnectionLost: true)
    }

    /// What a failed result says. Without a code it is libpq that speaks: the server could not be written to, which the
    /// status of the connection does not show before something is read.
    init(_ result: OpaquePointer?, on connection: OpaquePointer?) {
        let field = PQresultErrorField(result, diemdanh_diag_sqlstate)
        let state = field.map { String(cString: $0) } ?? ""
        self.init(
            state: state, message: String(cString: PQresultErrorMessage(result)),
            isConnectionLost: state.isEmpty || PQstatus(connection) != CONNECTION_OK || DatabaseError.isShutdown(state))
    }

    /// The same work may succeed when it is done again: a server that restarts, a deadlock.
    package var isPassing: Bool {
        isConnectionLost || ["40001", "40P01", "55P03"].contains(state)
    }

    /// The tables do not take a value: sending the same again will not help.
    var isOfValues: Bool { state.hasPrefix("22") || state.hasPrefix("23") }

    /// Class 08 is the connection's; 57P01 to 57P05 are the server's end, crash, start and idle limit.
    private static func isShutdown(_ state: String) -> Bool {
        state.hasPrefix("08") || state.hasPrefix("57P0")
    }

    /// In one line: libpq ends each of its lines with a line break.
    package var description: String {
        let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
        return state.isEmpty ? line : "\(state): \(line)"
    }
}

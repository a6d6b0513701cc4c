/// Where the handler of a request runs.
package enum Lane: Sendable {
    /// On the polling thread, for what never blocks: a look into a table, a command put into a queue.
    case inline
    /// On one of the workers that read from the store.
    case store
    /// On one of the few workers for what takes long: imports, PDF, frames, password hashes.
    case slow
}

import Synchronization

/// The disk that bodies in temporary files may take together, so that nobody who is still sending can fill it.
final class BodySpool: Sendable {
    /// Where the files are made.
    let folder: String
    private let limit: Int
    private let taken = Atomic(0)

    /// There is no room for more.
    struct Full: Error {}

    init(folder: String, limit: Int) {
        (self.folder, self.limit) = (folder, limit)
    }

    /// Takes room for that many bytes; throws ``Full`` without it.
    func take(_ bytes: Int) throws(Full) {
        let (_, all) = taken.add(bytes, ordering: .relaxed)
        guard all > limit else { return }
        giveBack(bytes)
        throw Full()
    }

    /// Gives back what was taken.
    func giveBack(_ bytes: Int) {
        taken.subtract(bytes, ordering: .relaxed)
    }
}

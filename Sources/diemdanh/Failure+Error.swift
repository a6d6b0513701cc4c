import Delivery
import FoundationEssentials
import Program
import Store

extension Failure {
    /// What went wrong, in a sentence, for an error that nothing on its way has worded.
    init(wording error: any Error) {
        switch error {
        case let error as Failure: self = error
        case let error as StoreError: self = .failed(Self.words(error))
        case let error as StickProblem: self = Failure(error, folder: "the stick")
        case let error as CocoaError: self = .failed(Self.words(error))
        case is DecodingError: self = .failed("an answer cannot be read; are both programs of one version?")
        default: self = .failed("this did not work (\(type(of: error))); diemdanh doctor may say more")
        }
    }

    private static func words(_ error: CocoaError) -> String {
        "\(error.filePath ?? "a file") cannot be read or written"
    }

    /// A store that cannot do what it was asked.
    static func words(_ error: StoreError) -> String {
        switch error {
        case .full: "the disk is full; nothing was written"
        case .failed(let code, let message): "the store's disk failed (SQLite \(code): \(message))"
        case .damaged: "the store is damaged, and no good backup was found"
        case .corrupt(let column): "the store holds a value that cannot be read (\(column))"
        case .unusableBackup: "the file is no backup of a box, or it is damaged"
        case .busy, .stopped: "the box is busy; try again in a moment"
        case .readOnly: "the store was opened for reading only"
        case .locked: "another process owns the data folder"
        case .alreadyExists: "the folder holds a box already"
        case .notInitialised: "the folder holds no box"
        case .nonceReused, .foreignBundle, .notFound, .conflict, .noCodesLeft:
            "this does not fit what is in the box"
        }
    }

    /// A stick that does not do its work.
    init(_ problem: StickProblem, folder: String) {
        switch problem {
        case .full(let needed, let free) where needed > 0:
            self = .refused("\(folder) is too small: \(needed) bytes are needed, \(free) are free")
        case .full: self = .refused("\(folder) is full")
        case .differs: self = .failed("\(folder) does not keep what is written to it: take another stick")
        case .protected:
            self = .failed("\(folder) cannot be written to: it is write-protected, or was damaged and may need repair")
        case .failed(let words): self = .failed("\(folder): \(words)")
        }
    }
}

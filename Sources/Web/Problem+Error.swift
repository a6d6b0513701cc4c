import Documents
import Exchange
import QRCode
import Store

extension Problem {
    /// The one place where an error becomes a response.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as StoreError: self.init(error)
        case let error as RosterFileError: self.init(error)
        case let error as ExchangeError: self.init(error)
        case let error as PictureError: self.init(error)
        default: self.init(500, "internal", "The box made a mistake.")
        }
    }
}

import ArgumentParser
import Program
import Store

/// `diemdanh restore`
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Make a new box of a backup, with a new identity.")

    @Argument(help: "A file that backup wrote.") var file: String
    @OptionGroup var options: DataOptions

    func run() throws {
        let folder = options.folder(try options.settings())
        do {
            let box = try Store.restore(file: file, folder: folder, clock: SystemClock.reading)
            if !options.json { print("restored as box \(box)") }
        } catch StoreError.unusableBackup {
            throw Failure.refused("\(file) is no backup of a box, or it is damaged")
        } catch let error as StoreError {
            throw Failure(error, folder: folder)
        }
    }
}

import Attendance
import Crypto
import Foundation
import Testing

@testable import Province

/// The files of the data folder that nothing can replace: what cannot be read is not taken for absent.
@Suite struct RegistryTests {
    private let folder = NSTemporaryDirectory() + "registry-" + UUID().uuidString

    /// A folder of keys, as `init` leaves it with a token in the registry or without.
    private func withKeys(hasToken: Bool = true, _ body: () throws -> Void) throws {
        try ProvinceKeys.create(in: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        if hasToken { _ = try RegistryFile(folder: folder).change { try $0.addToken("init", at: TestProvince.now) } }
        try body()
    }

    /// Puts a link that leads to itself in a file's place: no user may read it, root neither.
    private func makeUnreadable(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path(name))
        try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: path(name))
    }

    private func path(_ name: String) -> String { "\(folder)/\(name)" }

    private func bytes(_ name: String) -> Data? { FileManager.default.contents(atPath: path(name)) }

    @Test func anUnreadableRegistryIsAnErrorAndIsNotWrittenAnew() throws {
        try withKeys {
            try makeUnreadable("registry.json")
            let registry = RegistryFile(folder: folder)
            let problem = #expect(throws: ProvinceError.self) { try registry.current() }
            #expect(problem.map { CallProblem($0).status } == 503)
            #expect(throws: ProvinceError.self) { try registry.change { try $0.addToken("b", at: TestProvince.now) } }
            #expect(bytes("registry.json") == nil)
        }
    }

    @Test func aDamagedRegistryIsAnErrorAndIsNotWrittenAnew() throws {
        try withKeys {
            try Data("{".utf8).write(to: URL(fileURLWithPath: path("registry.json")))
            let registry = RegistryFile(folder: folder)
            #expect(throws: ProvinceError.self) { try registry.current() }
            #expect(throws: ProvinceError.self) { try registry.change { try $0.addToken("b", at: TestProvince.now) } }
            #expect(bytes("registry.json") == Data("{".utf8))
        }
    }

    @Test func aRegistryThatIsNotThereYetIsEmpty() throws {
        try withKeys(hasToken: false) {
            let registry = try RegistryFile(folder: folder).current()
            #expect(registry == Registry())
        }
    }

    @Test func onlyAFolderThatIsNotThereIsCalledNotInitialised() throws {
        #expect(throws: ProvinceError.notInitialised) { try RegistryFile(folder: folder).change { _ in } }
        try withKeys {
            try makeUnreadable("registry.json.lock")
            let problem = #expect(throws: ProvinceError.self) { try RegistryFile(folder: folder).change { _ in } }
            #expect(problem != .notInitialised)
        }
    }

    @Test(arguments: ["sign.key", "age.key", "person.key"])
    func aLostKeyIsNotMadeAnewWhereTheRegistryIsInUse(lost: String) throws {
        try withKeys {
            try FileManager.default.removeItem(atPath: path("keys/" + lost))
            let others = ["sign.key", "age.key", "person.key"].map { bytes("keys/" + $0) }
            #expect(throws: ProvinceError.self) { try ProvinceKeys.create(in: folder) }
            let problem = #expect(throws: ProvinceError.self) { try ProvinceKeys(folder: folder) }
            #expect(problem != .notInitialised)
            #expect(["sign.key", "age.key", "person.key"].map { bytes("keys/" + $0) } == others)
        }
    }

    @Test func makingThatWasInterruptedGoesOnWithTheKeysThatAreThere() throws {
        try withKeys(hasToken: false) {
            try FileManager.default.removeItem(atPath: path("keys/sign.key"))
            let others = [bytes("keys/age.key"), bytes("keys/person.key")]
            try ProvinceKeys.create(in: folder)
            #expect([bytes("keys/age.key"), bytes("keys/person.key")] == others)
            _ = try ProvinceKeys(folder: folder)
            #expect(throws: ProvinceError.alreadyExists) { try ProvinceKeys.create(in: folder) }
        }
    }

    @Test func anUnreadableKeyIsNoMissingOne() throws {
        try withKeys {
            try makeUnreadable("keys/sign.key")
            #expect(throws: ProvinceError.self) { try ProvinceKeys.create(in: folder) }
            let problem = #expect(throws: ProvinceError.self) { try ProvinceKeys(folder: folder) }
            #expect(problem != .notInitialised)
        }
    }
}

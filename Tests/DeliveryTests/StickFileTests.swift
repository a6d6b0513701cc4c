import Crypto
import Foundation
import Testing

@testable import Delivery

/// Files on a stick.
struct StickFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "stick-\(UUID().uuidString)")

    private func withFolder(_ body: (String) throws -> Void) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }

    @Test func finishedFileHasItsNameAndItsBytes() throws {
        try withFolder { folder in
            var file = try StickFile("a.ddb.age", in: folder)
            try file.write([1, 2, 3])
            try file.write([4])
            #expect(try file.finish() == SHA256.hash([1, 2, 3, 4]))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.ddb.age"])
            #expect(FileManager.default.contents(atPath: folder + "/a.ddb.age") == Data([1, 2, 3, 4]))
        }
    }

    @Test func unfinishedFileLeavesTheOldOneAlone() throws {
        try withFolder { folder in
            try Data([9]).write(to: URL(filePath: folder + "/a.ddb.age"))
            do {
                var file = try StickFile("a.ddb.age", in: folder)
                try file.write([1, 2, 3])
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.ddb.age"])
            #expect(FileManager.default.contents(atPath: folder + "/a.ddb.age") == Data([9]))
        }
    }

    @Test func stickThatIsNotThereIsSaid() throws {
        #expect(throws: StickProblem.failed("No such file or directory")) {
            _ = try StickFile("a.ddb.age", in: folder.path)
        }
    }

    @Test func fullStickIsSaid() throws {
        #expect(throws: StickProblem.full(needed: 0, free: 0)) {
            // Every write to it ends with ENOSPC.
            try withFolder { folder in
                try FileManager.default.createSymbolicLink(
                    atPath: folder + "/a.ddb.age.part", withDestinationPath: "/dev/full")
                var file = try StickFile("a.ddb.age", in: folder)
                try file.write([1, 2, 3])
            }
        }
    }
}

internal import Crypto

/// Random numbers from the kernel, fetched many at a time: a system call for each would be felt at the door.
struct RandomPool: RandomNumberGenerator {
    private var numbers: [UInt64] = []

    mutating func next() -> UInt64 {
        if numbers.isEmpty {
            numbers = Random.bytes(2_048).withUnsafeBytes { Array($0.bindMemory(to: UInt64.self)) }
        }
        return numbers.removeLast()
    }
}

import Testing

@testable import Attendance

struct CodeTests {
    @Test func isReadWithAndWithoutSpaces() throws {
        let code = Code(serial: 482_157)
        #expect(Code(code.digits) == code)
        #expect(Code(code.description) == code)
        #expect(code.description == "482 157 \(code.digits.suffix(2))")
    }

    @Test func keepsLeadingZeros() {
        #expect(Code(serial: 7).digits.hasPrefix("000007"))
        #expect(Code(Code(serial: 7).digits) == Code(serial: 7))
    }

    @Test(arguments: [0, 1, 96, 97, 4_821, 482_157, 999_999])
    func findsEverySingleWrongDigit(serial: Int) {
        let digits = Array(Code(serial: serial).digits)
        for position in digits.indices {
            for wrong in "0123456789" where wrong != digits[position] {
                var changed = digits
                changed[position] = wrong
                #expect(Code(String(changed)) == nil)
            }
        }
    }

    @Test(arguments: [12, 482_157, 907_061])
    func findsEverySwapOfNeighbours(serial: Int) {
        let digits = Array(Code(serial: serial).digits)
        for position in digits.indices.dropLast() where digits[position] != digits[position + 1] {
            var changed = digits
            changed.swapAt(position, position + 1)
            #expect(Code(String(changed)) == nil)
        }
    }

    @Test(arguments: ["", "1234567", "123456789", "4821579a", "٤٨٢١٥٧٩١", "482-157-91", "99999999999999999999999"])
    func refusesWhatIsNoCode(text: String) {
        #expect(Code(text) == nil)
    }
}

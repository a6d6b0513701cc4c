import Attendance
import Foundation
import HTTPServer
import Store
import Testing

@testable import Web

/// Checking oneself in on one's own phone: the screen's code, the ticket, its limits and its repetitions.
struct CheckInTests {
    @Test func aCodeOfTheScreenAYesAndOneIsIn() throws {
        let hall = try Hall()
        let found = hall.post(["code": hall.code])
        #expect(found.status == 200)
        #expect(found.page.contains("Nguyễn Thị H…"))
        #expect(!found.page.contains("Hoa"))
        let done = hall.post(["confirmed": "yes"])
        #expect(done.status == 200)
        #expect(done.page.contains("Đã điểm danh"))
        #expect(try hall.methods() == ["self"])
    }

    @Test(arguments: ["Hoa", "hoa", "  HOA ", "Nguyen Thi Hoa"])
    func phoneNumberAndGivenNameDoTheSame(name: String) throws {
        let hall = try Hall()
        for phone in ["0912345678", "0912 345 678", "+84 912.345.678"] {
            #expect(hall.post(["phone": phone, "name": name]).page.contains("Nguyễn Thị H…"), "\(phone) \(name)")
        }
    }

    @Test func aWrongNameLooksLikeANumberThatNobodyHas() throws {
        let hall = try Hall()
        let wrongName = hall.post(["phone": "0912345678", "name": "Lan"])
        let noSuchPhone = hall.post(["phone": "0987654321", "name": "Hoa"])
        #expect(wrongName.status == 422)
        #expect(wrongName.status == noSuchPhone.status)
        #expect(wrongName.page == noSuchPhone.page)
    }

    @Test(arguments: [(0, true), (29, true), (30, true), (59, true), (60, false), (600, false)])
    func aCodeIsGoodForItsStepAndTheNext(seconds: Int64, isFresh: Bool) throws {
        let hall = try Hall(atStartOfStep: true)
        let token = try hall.token()
        hall.clock.advance(seconds: seconds)
        #expect((hall.ticket(of: token) != nil) == isFresh)
    }

    @Test func theCodeChangesEveryHalfMinuteAndIsOfOneBoxAndEvent() throws {
        let hall = try Hall(atStartOfStep: true)
        let first = try hall.token()
        #expect(try hall.token() == first)
        hall.clock.advance(seconds: 30)
        #expect(try hall.token() != first)
        let other = try Hall(atStartOfStep: true)
        #expect(other.ticket(of: first) == nil)
        #expect(try hall.site.makeClass().event != hall.event)
    }

    @Test func aTicketLivesTenMinutesOfBootTime() throws {
        let hall = try Hall()
        hall.clock.advance(seconds: 599)
        #expect(hall.post(["code": hall.code]).status == 200)
        hall.clock.advance(seconds: 1)
        #expect(hall.post(["confirmed": "yes"]).status == 410)
        #expect(try hall.methods() == [])
    }

    @Test func aFormSentTwiceIsAnsweredTwiceAndCountsOnce() throws {
        let hall = try Hall()
        let found = [hall.post(["code": hall.code]), hall.post(["code": hall.code])]
        #expect(found[0].page == found[1].page)
        let done = (0..<3).map { _ in hall.post(["confirmed": "yes"]) }
        #expect(Set(done.map(\.page)).count == 1)
        #expect(done[0].status == 200)
        // The button of the page before, after the yes.
        #expect(hall.post(["code": hall.code]).page == done[0].page)
        #expect(try hall.methods() == ["self"])
    }

    @Test func aTicketBringsOnePersonIn() throws {
        let hall = try Hall()
        let other = try hall.site.enrol(["Trần Văn Bình"], in: hall.event)[0].code
        _ = hall.post(["code": hall.code])
        let done = hall.post(["confirmed": "yes"])
        #expect(hall.post(["code": other]).status == 410, "who is next needs the screen's code")
        #expect(hall.post(["confirmed": "yes"]).page == done.page)
        #expect(try hall.methods() == ["self"])
    }

    @Test func whatStoodAgainstItMayBeOverForTheSameTicket() throws {
        let hall = try Hall()
        _ = hall.post(["code": hall.code])
        #expect(hall.site.ask(.post, "/api/v1/sessions/\(hall.session)/close").status == 200)
        #expect(hall.post(["confirmed": "yes"]).page.contains("đóng"))
        #expect(hall.site.ask(.post, "/api/v1/sessions/\(hall.session)/open").status == 200)
        _ = hall.post(["code": hall.code])
        #expect(hall.post(["confirmed": "yes"]).status == 200)
        #expect(try hall.methods() == ["self"])
    }

    @Test func whoIsInAlreadyIsToldSinceWhenAndTheTicketStaysGood() throws {
        let hall = try Hall()
        let other = try hall.site.enrol(["Trần Văn Bình"], in: hall.event)[0].code
        #expect(hall.site.redeem(hall.code, in: hall.session).status == 201)
        _ = hall.post(["code": hall.code])
        let again = hall.post(["confirmed": "yes"])
        #expect(again.page.contains("Đã điểm danh rồi"))
        #expect(hall.post(["confirmed": "yes"]).page == again.page)
        #expect(hall.post(["code": other]).page.contains("Trần Văn B…"))
        #expect(hall.post(["confirmed": "yes"]).page.contains("Đã điểm danh"))
    }

    @Test func fiveWrongEntriesUseATicketUp() throws {
        let hall = try Hall()
        for wrong in hall.wrongCodes(4) { #expect(hall.post(["code": wrong]).status == 422) }
        // The same wrong code again is a double tap.
        #expect(hall.post(["code": hall.wrongCodes(4)[3]]).status == 422)
        #expect(hall.post(["phone": "0987654321", "name": "Hoa"]).status == 422)
        #expect(hall.post(["code": hall.code]).status == 429)
        #expect(hall.post(["code": hall.code]).page.contains("Mời tới bàn đón"))
        #expect(try hall.refusals() == 5)
    }

    @Test func sixtyWrongEntriesSendNewPhonesToTheDeskWhileTheDoorGoesOn() throws {
        let hall = try Hall()
        let early = try hall.newTicket()
        for batch in 0..<12 {
            let ticket = try hall.newTicket()
            for wrong in hall.wrongCodes(5, from: batch * 5) { _ = hall.post(["code": wrong], ticket: ticket) }
        }
        #expect(hall.ticket(of: try hall.token()) == nil)
        #expect(hall.get(try hall.token()).status == 429)
        #expect(hall.post(["code": hall.code], ticket: early).status == 200)
        #expect(hall.site.redeem(hall.code, in: hall.session).status == 201)
        hall.clock.advance(seconds: 60)
        #expect(hall.ticket(of: try hall.token()) != nil)
    }

    @Test func onePhoneThatTakesAllTicketsShutsOutNobodyElse() throws {
        let (book, event) = (TicketBook(), ID<Event>(UUID()))
        let (greedy, honest) = (Address.v4(0x0A2A_0005), Address.v4(0x0A2A_0006))
        let early = try #require(book.issue(for: event, to: honest, at: 0))
        let first = try #require(book.issue(for: event, to: greedy, at: 1))
        for time in 2..<TicketBook.most { #expect(book.issue(for: event, to: greedy, at: Int64(time)) != nil) }
        let late = try #require(book.issue(for: event, to: honest, at: 5_000))
        for ticket in [early, late] { #expect(book.ticket(ticket.id, at: 5_000) != nil) }
        #expect(book.ticket(first.id, at: 5_000) == nil)
    }

    @Test func ticketsThatAreInUseAreNotTakenBack() throws {
        let (book, event, address) = (TicketBook(), ID<Event>(UUID()), Address.v4(0x0A2A_0005))
        for _ in 0..<TicketBook.most {
            let ticket = try #require(book.issue(for: event, to: address, at: 0))
            _ = book.miss(.phone("0900000001", name: "Hoa"), by: ticket.id)
        }
        #expect(book.issue(for: event, to: address, at: 1) == nil)
        #expect(book.issue(for: event, to: address, at: TicketBook.lifeMilliseconds) != nil)
    }

    @Test func onlyOpenSessionsAreOffered() throws {
        let hall = try Hall()
        #expect(hall.site.ask(.post, "/api/v1/sessions/\(hall.sessions[1])/open").status == 200)
        let ticket = try hall.newTicket()
        let choice = hall.post([:], ticket: ticket, session: .some(nil))
        #expect(choice.page.contains("Quý vị dự buổi nào?"))
        #expect(hall.post(["code": hall.code], ticket: ticket, session: hall.sessions[1]).status == 200)
        _ = hall.post(["confirmed": "yes"], ticket: ticket)
        #expect(try hall.methods(in: hall.sessions[1]) == ["self"])
        for session in hall.sessions { _ = hall.site.ask(.post, "/api/v1/sessions/\(session)/close") }
        #expect(hall.get(try hall.token()).status == 409)
    }

    @Test(arguments: [[:], ["code": "123"], ["code": "1234567x"], ["phone": "0912345678"], ["name": "Hoa"]])
    func whatIsIncompleteIsAskedAgainAndCostsNothing(fields: [String: String]) throws {
        let hall = try Hall()
        for _ in 0..<7 { #expect(hall.post(fields).status == (fields.isEmpty ? 200 : 422)) }
        #expect(hall.post(["code": hall.code]).status == 200)
        #expect(try hall.refusals() == 0)
    }

    @Test(arguments: [nil, "null", "http://localhost"] as [String?])
    func formsOfCaptivePortalsNeedNoOrigin(origin: String?) throws {
        let hall = try Hall()
        #expect(hall.post(["code": hall.code], origin: origin).status == 200)
        #expect(hall.post(["code": hall.code], origin: "http://elsewhere.example").status == 403)
    }
}

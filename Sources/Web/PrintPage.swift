import Attendance
import QRCode
import Store

/// A sheet with the people on it, ready for paper.
struct PrintedSheet {
    let sheet: PaperSheet
    let people: [EnrolledPerson]

    init(_ sheet: PaperSheet, people: [EnrolledPerson]) {
        (self.sheet, self.people) = (sheet, people)
    }
}

/// The page that prints a session's roll-call sheets on A4: what the template needs, page by page.
struct PrintPage {
    let event: Event
    let session: Session
    let sheets: [PrintedSheet]

    /// Rows of a sheet's first page, which has the organiser's header, and of the pages after it.
    private static let rowsOnFirstPage = 20
    private static let rowsOnPage = 24

    /// Throws what drawing a QR code throws.
    var context: [String: any Sendable] {
        get throws {
            let organiser = event.definition.organiser
            let left = organiser.map { $0.headerLeft.isEmpty ? [$0.name] : $0.headerLeft } ?? []
            return [
                "event_name": event.definition.name, "session_title": session.definition.title,
                "session_time": timeAndDay, "venue": event.definition.venue ?? "",
                "has_venue": event.definition.venue != nil, "header_left": left,
                "header_right": organiser?.headerRight ?? [], "signatures": signatures,
                "pages": try sheets.flatMap(pages),
            ]
        }
    }

    private func pages(_ printed: PrintedSheet) throws -> [[String: any Sendable]] {
        let chunks = Self.chunks(printed.people)
        let symbol = try QRCode(digits: printed.sheet.code.digits, level: .medium).svg()
        return chunks.enumerated().map { place, rows in
            [
                "is_first": place == 0, "is_last": place == chunks.count - 1, "code": printed.sheet.code.description,
                "qr": symbol, "sheet": printed.sheet.number, "sheets": sheets.count, "page": place + 1,
                "page_count": chunks.count, "rows": rows,
            ]
        }
    }

    /// The rows of each page, numbered through the sheet.
    private static func chunks(_ people: [EnrolledPerson]) -> [[[String: any Sendable]]] {
        var pages: [[[String: any Sendable]]] = []
        for (place, person) in people.enumerated() {
            let room = pages.count == 1 ? rowsOnFirstPage : rowsOnPage
            if pages.isEmpty || pages[pages.count - 1].count == room { pages.append([]) }
            pages[pages.count - 1].append(row(place + 1, person))
        }
        return pages
    }

    private static func row(_ number: Int, _ person: EnrolledPerson) -> [String: any Sendable] {
        [
            "number": number < 10 ? "0\(number)" : "\(number)", "name": person.participant.name,
            "birth_year": person.participant.birth.map { String($0.year) } ?? "",
            "address": address(person),
        ]
    }

    /// For whom somebody comes and where they live, each said once.
    private static func address(_ person: EnrolledPerson) -> String {
        var parts: [String] = []
        for part in [person.organisation, person.participant.address, person.participant.commune].compactMap(\.self)
        where !part.isEmpty && !parts.contains(where: { $0.contains(part) }) {
            parts.append(part)
        }
        return parts.joined(separator: ", ")
    }

    /// `07:30 – 11:00, ngày 15/8/2024`.
    private var timeAndDay: String {
        let offset = event.definition.utcOffsetMinutes
        let (start, end) = (session.startsAt, session.definition.endsAt)
        let times = [start, end].map { $0.rfc3339(offsetMinutes: offset).dropFirst(11).prefix(5) }
        let day = start.date(offsetMinutes: offset)
        return "\(times[0]) – \(times[1]), ngày \(day.day)/\(day.month)/\(day.year)"
    }

    private var signatures: [[String: any Sendable]] {
        (event.definition.organiser?.signatures ?? []).map { ["title": $0.title, "position": $0.position ?? ""] }
    }
}

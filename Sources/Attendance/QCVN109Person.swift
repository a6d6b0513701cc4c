/// A person in the words of QCVN 109:2017/BTTTT, the citizen data message of state systems.
///
/// Of its elements only those that a training class knows. The keys are the standard's own.
package struct QCVN109Person: Codable, Hashable, Sendable {
    package let hoVaTen: HoVaTen
    package let gioiTinh: Int
    package let danToc: String?
    package let ngayThangNamSinh: String?
    package let noiOHienTai: NoiOHienTai?

    /// Family name, middle names, given name.
    package struct HoVaTen: Codable, Hashable, Sendable {
        package let ho: String
        package let chuDem: String
        package let ten: String

        enum CodingKeys: String, CodingKey {
            case ho = "Ho"
            case chuDem = "ChuDem"
            case ten = "Ten"
        }

        /// The first word is the family name and the last one the given name; a single word is a given name.
        package init(_ name: String) {
            let words = name.split(whereSeparator: \.isWhitespace)
            ho = words.count > 1 ? words.first.map(String.init) ?? "" : ""
            chuDem = words.dropFirst().dropLast().joined(separator: " ")
            ten = words.last.map(String.init) ?? ""
        }
    }

    /// Where the person lives now.
    package struct NoiOHienTai: Codable, Hashable, Sendable {
        package let maDonViHanhChinh: String?
        /// The commune's name as the list has it; the code alone does not say which snapshot it belongs to.
        package let chiTiet: String?

        enum CodingKeys: String, CodingKey {
            case maDonViHanhChinh = "MaDonViHanhChinh"
            case chiTiet = "ChiTiet"
        }
    }

    enum CodingKeys: String, CodingKey {
        case hoVaTen = "HoVaTen"
        case gioiTinh = "GioiTinh"
        case danToc = "DanToc"
        case ngayThangNamSinh = "NgayThangNamSinh"
        case noiOHienTai = "NoiOHienTai"
    }

    package init(_ person: Participant) {
        hoVaTen = HoVaTen(person.name)
        gioiTinh = QCVN109Person.code(person.sex)
        (danToc, ngayThangNamSinh) = (person.ethnicity, person.birth?.iso)
        let place = person.address ?? person.commune
        noiOHienTai =
            place == nil && person.communeUnit == nil
            ? nil : NoiOHienTai(maDonViHanhChinh: person.communeUnit?.code, chiTiet: place)
    }

    /// `GioiTinh`: 0 unknown, 1 male, 2 female.
    package static func code(_ sex: Sex?) -> Int {
        switch sex {
        case nil: 0
        case .male: 1
        case .female: 2
        }
    }
}

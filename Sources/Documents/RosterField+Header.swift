internal import Attendance

extension RosterField {
    /// Recognises a column by its Vietnamese or English title; nil for a text that is no known title.
    init?(header text: String) {
        guard text.utf8.count <= 300 else { return nil }
        let title = RosterField.title(text)
        if let field = RosterField.byTitle[title] {
            // Năm (year) and Nam (man) are the same letters without their marks.
            let isYear = field == .male && VietnameseText.nfc(text).lowercased().contains("ă")
            self = isYear ? .birth : field
        } else if let field = RosterField.byWords(title) {
            self = field
        } else {
            return nil
        }
    }

    /// Folded, without what stands in brackets, words separated by single spaces.
    private static func title(_ text: String) -> String {
        var depth = 0
        let outside = VietnameseText.folded(text).filter { letter in
            if letter == "(" { depth += 1 }
            defer { if letter == ")" { depth = max(0, depth - 1) } }
            return depth == 0 && letter != ")"
        }
        return VietnameseText.words(outside).joined(separator: " ")
    }

    private static let byTitle: [String: RosterField] = {
        var fields: [String: RosterField] = [:]
        for (field, titles) in RosterField.titles {
            for title in titles.split(separator: ",") { fields[title.trimmed] = field }
        }
        return fields
    }()

    /// Whole titles, folded.
    private static let titles: [(RosterField, String)] = [
        (.number, "stt, tt, so tt, so thu tu, thu tu, no, order, s tt"),
        (.name, "ho va ten, ho ten, ten, name, full name, fullname, nguoi tham du, dai bieu, hoc vien, participant"),
        (.name, "ten dai bieu, ten hoc vien, ho va chu dem va ten, ten nguoi tham du, ho ten dem va ten, attendee"),
        (.familyName, "ho, ho dem, ho va dem, ho va chu dem, ho lot, ho va ten dem, surname, family name, last name"),
        (.givenName, "ten goi, given name, first name"),
        (.birth, "nam sinh, ngay sinh, ngay thang nam sinh, ngay thang sinh, ngay thang nam, sinh ngay, sinh nam, ns"),
        (.birth, "date of birth, dob, birth date, birthdate, birthday, year of birth, birth year, born, ntns, n sinh"),
        (.sex, "gioi tinh, gioi, phai, sex, gender, nam nu, g tinh"),
        (.male, "nam, male"),
        (.female, "nu, female"),
        (.ethnicity, "dan toc, thanh phan dan toc, ethnic, ethnicity, ethnic group"),
        (.position, "chuc vu, chuc danh, chuc vu chuc danh, vi tri, position, title, job title, role"),
        (.organisation, "organisation, organization, company, unit, noi cong tac, noi lam viec, htx, employer"),
        (.address, "address, noi o, cho o, noi cu tru, thuong tru, cu tru, que quan"),
        (.hamlet, "thon, thon ban, thon xom, ban, xom, ap, buon, khu, khu pho, to dan pho, thon to, khoi xom, hamlet"),
        (.hamlet, "village, thon ban to dan pho, thon xom ban, khoi pho"),
        (.commune, "commune, ward"),
        (.district, "district, thi xa"),
        (.province, "tinh, tinh tp, tinh thanh, tinh thanh pho, province"),
        (.phone, "sdt, so dt, dt, dtdd, sddd, di dong, lien he, so lien he, phone, mobile, tel, telephone, cell"),
        (.phone, "phone number, mobile phone, so di dong"),
        (
            .citizenNumber,
            "cmnd, cmt, so cmt, so cmnd, cccd, can cuoc, id, id number, id card, citizen id, citizen number"
        ),
        (.citizenNumber, "national id, so dinh danh, ma dinh danh, so giay to"),
        (.note, "ghi chu, note, notes, remark, remarks, comment, comments"),
        (.other, "ngay, thang, ngay cap, noi cap, ky ten, ky nhan, chu ky, signature, email, e mail, loai hinh"),
        (.other, "ma so thue, mst, nganh hang, nganh nghe, don vi tinh, dvt, so luong, cap, viec lam, thanh tien"),
    ]

    /// Longer titles, by the words they start with or contain.
    private static func byWords(_ title: String) -> RosterField? {
        let words = title.split(separator: " ")
        let isPlace = !words.isEmpty && words.allSatisfy(placeWords.contains)
        let namesOrganisation = organisationWords.contains { title.hasPrefix($0) }
        return switch true {
        case title.contains("ngay cap"), title.contains("noi cap"), title.contains("nguoi than"): .other
        case title.contains("ten cha"), title.contains("ten me"), title.contains("ten chong"), title.contains("ten vo"):
            .other
        case title.hasPrefix("ho va ten"), title.hasPrefix("ho ten"): .name
        case title.hasPrefix("ngay thang nam sinh"), title.hasPrefix("nam sinh"), title.hasPrefix("ngay sinh"): .birth
        case title.contains("can cuoc"), title.contains("cccd"), title.contains("dinh danh"): .citizenNumber
        case title.hasPrefix("so dien thoai"), title.hasPrefix("dien thoai"): .phone
        case namesOrganisation && title.contains("dia chi"): .organisationAndAddress
        case namesOrganisation: .organisation
        case title.hasPrefix("chuc vu"): title.contains("don vi") ? .organisation : .position
        case title.hasPrefix("dia chi"), title.hasPrefix("noi o"), title.hasPrefix("noi thuong tru"): .address
        case isPlace && (words.contains("huyen") || words.contains("quan")): .district
        case isPlace && words.contains { $0 == "xa" || $0 == "phuong" }: .commune
        default: nil
        }
    }

    /// What the titles of commune and district columns are made of: "Xã, thị trấn", "Quận/Huyện/TP".
    private static let placeWords: Set<Substring> = [
        "xa", "phuong", "thi", "tran", "tt", "huyen", "quan", "tp", "tx", "thanh", "pho", "dac", "khu", "ten", "ban",
    ]

    private static let organisationWords = [
        "don vi", "co quan", "to chuc", "doanh nghiep", "ho kinh doanh", "hop tac xa", "co so", "chu the", "cong ty",
        "ten don vi", "ten co quan", "ten to chuc", "ten doanh nghiep", "ten ho kinh doanh", "ten hop tac xa",
        "ten htx", "ten co so", "ten cong ty", "htx ",
    ]
}

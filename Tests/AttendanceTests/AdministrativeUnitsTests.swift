import Testing

@testable import Attendance

/// Communes as five kinds of events write them, with the codes their published figures use.
struct AdministrativeUnitsTests {
    static let table: Result<AdministrativeUnits, any Error> = Result {
        AdministrativeUnits(tsv: try ShareFolder.text("admin-units.tsv"))
    }

    let units: AdministrativeUnits

    init() throws {
        units = try Self.table.get()
    }

    private func old(_ code: String) -> UnitCode { UnitCode(code: code, snapshot: "2024") }
    private func now(_ code: String) -> UnitCode { UnitCode(code: code, snapshot: "2025-07") }

    /// The fourteen communes of the class in Tiến Xuân.
    private var tienXuan: EventArea {
        let codes = [
            "04927", "04930", "04936", "04939", "09694", "09697", "09700", "09703", "09706", "09709", "09712", "09940",
            "10099", "10504",
        ]
        return EventArea(snapshot: "2024", communes: Set(codes.map(old)), venue: old("04936"))
    }

    private let anywhere = EventArea(snapshot: "2024")

    @Test func bothSnapshotsAreComplete() {
        let communes = units.units.filter { $0.level == .commune }
        #expect(communes.count { $0.unit.snapshot == "2024" } == 10_599)
        #expect(communes.count { $0.unit.snapshot == "2025-07" } == 3_321)
        #expect(units.units.count { $0.level == .province && $0.unit.snapshot == "2024" } == 63)
        #expect(units.units.count { $0.level == .province && $0.unit.snapshot == "2025-07" } == 34)
        #expect(units.communes(in: now("22")).count == 54)
    }

    @Test(arguments: [
        ("Phường Cao Xanh", "TP Hạ Long", "06658"), ("P. Cao Xanh", "TP Hạ Long", "06658"),
        ("P. Trần Phú", "TP Móng Cái", "06712"), ("P. Hải Hoà", "TP Móng Cái", "06742"),
        ("Thị trấn Đầm Hà", "Huyện Đầm Hà", "06895"), ("Xã Đầm Hà", "Huyện Đầm Hà", "06916"),
        ("Xã Tân Bình", "Huyện Đầm Hà", "06904"), ("TT Bình Liêu", "H. Bình Liêu", "06838"),
        ("Phường Hoành Bồ", "TP Hạ Long", "07030"), ("Xã Tràng Lương", "TX Đông Triều", "07078"),
        ("tiến xuân", "thạch thất", "04936"), ("xa tien xuan", "thach that", "04936"),
        ("Phương Mai", "Quận Đống Đa", "00232"), ("Phường 5", "Quận 5", "27334"), ("P.05", "Q.5", "27334"),
    ])
    func communeAndDistrictColumnsAreEnough(commune: String, district: String, code: String) {
        #expect(units.resolve(commune: commune, district: district, in: anywhere) == .found(old(code)))
    }

    @Test(arguments: [
        ("Xã Hoà Mục", "02098"), ("Thị trấn Đồng Tâm", "02086"), ("Xã Thanh Mai", "02101"), ("Xã Yên Hân", "02116"),
        ("Xã Tân Sơn", "02089"), ("Xã Cao Kỳ", "02104"),
    ])
    func venueDecidesBetweenCommunesOfOneName(commune: String, code: String) {
        let choMoi = EventArea(snapshot: "2024", venue: old("02086"))
        let match = units.resolve(commune: commune, in: choMoi)
        #expect(match == .found(old(code)))
        #expect(match.unit.flatMap(units.fullName(of:))?.contains("Huyện Chợ Mới") == true)
    }

    /// Đồng Xuân and Vân Hòa of Đắk Lắk are the only ones of their spelling in the units of 2025.
    @Test(arguments: [
        ("Xã Đông Xuân", "04939"), ("Đông Xuân", "04939"), ("xa dong xuan", "04939"), ("Xã Vân Hoà", "09706"),
        ("Vân Hòa", "09706"),
    ])
    func theEventsProvinceComesBeforeTheSnapshotOfItsDay(commune: String, code: String) {
        let class2026 = EventArea(snapshot: "2025-07", venue: old("04936"))
        #expect(units.resolve(commune: commune, in: class2026) == .likely(old(code)))
    }

    @Test func communeOfAnotherProvinceNeedsConfirmation() {
        let class2026 = EventArea(snapshot: "2025-07", venue: old("04936"))
        #expect(units.resolve(commune: "Xã Xuân Lãnh", in: class2026) == .likely(now("22090")))
        #expect(units.resolve(commune: "Xã Đồng Xuân", in: EventArea(snapshot: "2025-07")).isFound == false)
        #expect(units.resolve(commune: "Xã Tiến Xuân", in: class2026) == .found(old("04936")))
    }

    @Test func areaDecidesForBareNames() {
        let wards = ["00265", "00268", "00280", "00286", "00298"].map(old)
        let area = EventArea(snapshot: "2024", communes: Set(wards), venue: old("00256"))
        #expect(units.resolve(commune: "Đống Mác", in: area) == .found(old("00265")))
        #expect(units.resolve(commune: "Đồng Tâm", in: area) == .found(old("00280")))
        #expect(units.resolve(address: "UBND phường Bạch Mai", in: area) == .found(old("00286")))
    }

    @Test(arguments: [
        ("THT chè Bãi Mẫu, thôn Suối Ví, xã Tiến Xuân, huyện Thạch Thất", "04936"),
        ("HTX nông nghiệp Đầm Mẫu - xã Tiến Xuân - Thạch Thất", "04936"),
        ("HTX dược liệu Suối Ví\nthôn Suối Ví, xã Tiến Xuân, H. Thạch Thất", "04936"),
        ("HTX thuốc nam Trại Ví, thôn Trại Ví, xã Ba Vì, huyện Ba Vì", "09703"),
        ("Tổ liên kết dệt thổ cẩm Gò Dụ\nthôn Khe Ví, xã Trần Phú, H. Chương Mỹ", "10099"),
        ("Hội LHPN xã Yên Bình", "04930"), ("Hợp tác xã Gò Dụ xã Yên Bài huyện Ba Vì", "09709"),
    ])
    func addressWithTheWordCommuneIsCertain(address: String, code: String) {
        #expect(units.resolve(address: address, in: tienXuan) == .found(old(code)))
    }

    @Test(arguments: [
        ("Tổ liên kết SXKD bánh gai Trại Ví, Đông Xuân, Quốc Oai", "04939"),
        ("THT rau an toàn Đồi Dụ, Ba Trại, Ba Vì", "09697"), ("THT rau an toàn Đồi Dụ, An Phú, Mỹ Đức", "10504"),
        ("Yên Trung", "04927"),
    ])
    func bareNameInAnAddressNeedsConfirmation(address: String, code: String) {
        #expect(units.resolve(address: address, in: tienXuan) == .likely(old(code)))
    }

    @Test func cardAddressesOfBothGenerationsAreCertain() {
        let old = units.resolve(address: "Thôn Ví Dụ, Thanh Mai, Chợ Mới, Bắc Kạn", in: anywhere)
        #expect(old.unit.flatMap(units.fullName(of:)) == "Xã Thanh Mai, Huyện Chợ Mới, Tỉnh Bắc Kạn")
        #expect(old.isFound)
        #expect(units.resolve(address: "Thôn Ví Dụ, Yên Xuân, Hà Nội", in: tienXuan) == .found(now("04930")))
    }

    @Test func nothingIsGuessedFromOtherWords() {
        #expect(units.resolve(address: "Phòng Kinh tế", in: tienXuan) == .unknown)
        #expect(units.resolve(address: "Bảo hiểm xã hội huyện Ba Vì", in: tienXuan) == .unknown)
        #expect(units.resolve(commune: "", in: tienXuan) == .unknown)
        #expect(units.resolve(commune: "Xã Không Có Thật", in: tienXuan) == .unknown)
    }

    @Test func commonNameWithoutAnyHintIsAmbiguous() {
        guard case .ambiguous(let codes) = units.resolve(commune: "Xã Tân Thành", in: anywhere) else {
            Issue.record("Tân Thành is a commune of many provinces")
            return
        }
        #expect(codes.count > 10)
    }

    @Test func wrongKindIsOnlyLikely() {
        #expect(
            units.resolve(commune: "Phường Tiến Xuân", district: "Thạch Thất", in: tienXuan) == .likely(old("04936")))
    }

    @Test(arguments: [
        ("04936", "04930", true), ("09700", "09700", true), ("09703", "09700", false), ("02086", "02086", false),
        ("09574", "09574", false),
        ("00256", "00256", true), ("06787", "06778", false),
    ])
    func communeIsRestatedToTheUnitsOf2025(code: String, successor: String, isApproximate: Bool) {
        let restated = units.restated(old(code))
        #expect(restated?.unit == now(successor))
        #expect(restated?.isApproximate == isApproximate)
    }

    @Test func codeMeansNothingWithoutItsSnapshot() {
        #expect(units.fullName(of: old("00292")) == "Phường Quỳnh Lôi, Quận Hai Bà Trưng, Thành phố Hà Nội")
        #expect(units.fullName(of: now("00292")) == "Phường Bạch Mai, Thành phố Hà Nội")
        #expect(units.restated(old("00010")) == nil)
    }
}

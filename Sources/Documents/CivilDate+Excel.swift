internal import Attendance

extension CivilDate {
    /// The day a spreadsheet means by a number of days since 1900 or 1904; nil outside the years 1900…9999.
    ///
    /// The count of 1900 has a 29 February 1900, which never was; from 1 March 1900 on day 0 is 30 December 1899.
    init?(excelSerial serial: Double, countsFrom1904: Bool = false) {
        guard serial >= 1, serial < 2_958_466 else { return nil }
        let days = Int(serial)
        if countsFrom1904 {
            self.init(daysSinceEpoch: days - 24_107)
        } else {
            self.init(daysSinceEpoch: days - (days < 60 ? 25_568 : 25_569))
        }
    }

    /// The number a spreadsheet keeps for the day, counted from 1900.
    var excelSerial: Int {
        let days = daysSinceEpoch + 25_569
        return days < 61 ? days - 1 : days
    }
}

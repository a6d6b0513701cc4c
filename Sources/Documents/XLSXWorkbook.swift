/// The part that lists the sheets.
final class XLSXWorkbook: XMLHandler {
    /// In the order of the tabs.
    private(set) var sheets: [Sheet] = []
    /// Whether day 0 is 1 January 1904, as old Macintosh files have it.
    private(set) var countsFrom1904 = false
    private let limits: FileLimits

    init(limits: FileLimits) {
        self.limits = limits
    }

    /// One tab.
    struct Sheet {
        let name: String
        let relationship: String
        let isVisible: Bool
    }

    func start(_ name: String, _ attributes: XMLAttributes) throws(RosterFileError) {
        switch name {
        case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
        case "sheet":
            guard sheets.count < limits.sheets else {
                throw RosterFileError(.tooManySheets, limit: limits.sheets)
            }
            sheets.append(
                Sheet(
                    name: attributes["name"] ?? "", relationship: attributes["id"] ?? "",
                    isVisible: attributes["state"] == nil || attributes["state"] == "visible"))
        default: break
        }
    }
}

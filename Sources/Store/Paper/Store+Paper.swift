package import Attendance

extension Store {
    /// The sheet with this code; nil for one that was not printed here.
    package func sheet(_ code: SheetCode) throws(StoreError) -> PaperSheet? {
        try read { try $0.sheet(code) }
    }

    /// What was printed together, in order; empty for an unknown printing.
    package func sheets(of printing: ID<PaperSheet.Printing>) throws(StoreError) -> [PaperSheet] {
        try read { try $0.sheets(of: printing) }
    }

    /// All rows of a sheet in order, and which of them were typed in for this direction.
    package func rows(of sheet: PaperSheet, _ direction: Direction) throws(StoreError) -> [PaperRow] {
        try read { try $0.rows(of: sheet, direction) }
    }
}

/// Sheets that were printed together, and the page that prints them.
struct PrintingOutput: Encodable {
    let page: String
    let sheets: [SheetOutput]
}

extension BundleManifest {
    /// `BOX8-EVENT-SEQ`, fit for FAT: letters, digits and hyphens.
    package var fileStem: String {
        let box = box.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(8)
        return "\(box)-\(padded(Int64(number)))-\(padded(sequence))"
    }

    /// The name of the bundle's file, `1a2b3c4d-482157-000123.ddb`; `.age` behind it where it is encrypted.
    package func fileName(isEncrypted: Bool) -> String {
        fileStem + (format == BundleManifest.shareFormat ? ".dds" : ".ddb") + (isEncrypted ? ".age" : "")
    }

    /// With leading zeros to six digits.
    private func padded(_ number: Int64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}

internal import Attendance

extension BundleManifest {
    /// `BOX8-EVENT-SEQ`, fit for FAT: letters, digits and hyphens.
    package var fileStem: String {
        let box = box.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(8)
        return "\(box)-\(padded(number, to: 6))-\(padded(sequence, to: 6))"
    }

    /// The name of the bundle's file, `1a2b3c4d-482157-000123.ddb`; `.age` behind it where it is encrypted.
    package func fileName(isEncrypted: Bool) -> String {
        fileStem + (format == BundleManifest.shareFormat ? ".dds" : ".ddb") + (isEncrypted ? ".age" : "")
    }
}

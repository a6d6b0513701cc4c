import Attendance
import Crypto
import FoundationEssentials

/// The file by which an iPhone installs an authority (Apple's Configuration Profile Reference, `com.apple.security.root`).
///
/// The same authority gives the same file, so that a second download replaces the first.
struct ConfigurationProfile {
    /// DER.
    let authority: [UInt8]
    /// What the phone shows.
    let name: String

    private static let namespace = UUID(uuid: (0x6d, 0x61, 0x79, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 1))

    var text: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
        <key>PayloadType</key><string>Configuration</string>
        <key>PayloadVersion</key><integer>1</integer>
        <key>PayloadIdentifier</key><string>vn.diemdanh.\(digest)</string>
        <key>PayloadUUID</key><string>\(uuid("profile"))</string>
        <key>PayloadDisplayName</key><string>\(name)</string>
        <key>PayloadContent</key>
        <array>
        <dict>
        <key>PayloadType</key><string>com.apple.security.root</string>
        <key>PayloadVersion</key><integer>1</integer>
        <key>PayloadIdentifier</key><string>vn.diemdanh.\(digest).authority</string>
        <key>PayloadUUID</key><string>\(uuid("authority"))</string>
        <key>PayloadDisplayName</key><string>\(name)</string>
        <key>PayloadCertificateFileName</key><string>diemdanh.crt</string>
        <key>PayloadContent</key><data>\(Base64.padded.encode(authority))</data>
        </dict>
        </array>
        </dict>
        </plist>

        """
    }

    private var digest: String { Hex.encode(SHA256.hash(authority).prefix(8)) }

    private func uuid(_ part: String) -> String {
        UUID(name: "\(digest) \(part)", in: ConfigurationProfile.namespace).uuidString
    }
}

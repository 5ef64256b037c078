/// One mailbox, checked: an address that is not surely one is not guessed at.
package struct MailAddress: Sendable, Equatable {
    /// `ops@customer.example`
    package let address: String
    /// Shown beside it; dropped where it holds an address of its own.
    package let name: String?

    /// `nil` unless `address` is a dot-atom at a host name (RFC 5321, without quoted local parts and address literals).
    package init?(_ address: String, name: String? = nil) {
        guard Self.isMailbox(address) else { return nil }
        self.address = address
        let shown = name.map(MailHeader.line) ?? ""
        self.name =
            shown.isEmpty || shown.contains("@") || shown.contains("\u{FF20}") || shown.contains("\u{FE6B}")
            ? nil : shown
    }

    private static func isMailbox(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].count), (1...253).contains(parts[1].count) else {
            return false
        }
        let atoms = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isLocal = atoms.allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { MarkdownToken.isAlphanumeric($0) || atomMarks.contains($0) }
        }
        let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isHost =
            labels.count > 1
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                    && label.allSatisfy { MarkdownToken.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
            }
        // A last label of digits alone is an address of a machine, not a host name.
        return isLocal && isHost && !(labels.last?.allSatisfy(MarkdownToken.isDigit) ?? true)
    }

    private static let atomMarks = Set("!#$%&'*+-/=?^_`{|}~".utf8)
}

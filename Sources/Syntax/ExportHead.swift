/// What the first 64 KiB of an input show of its shape: enough for a dialect to recognise its own.
package struct ExportHead: Sendable, Equatable {
    package var kind: Kind

    package enum Kind: Sendable, Equatable {
        case json(JSONHead)
        case xml(XMLHead)
        case csv(CSVHead)
        /// Any other text in UTF-8 or a kin of ASCII.
        case text
        /// UTF-16 or UTF-32 that is not XML: the name of the encoding.
        case recoded(String)
        case binary
        case empty
    }

    /// Bytes that are looked at.
    static let size = 64 << 10

    /// `encoding` is what CSV would be read in.
    package static func of(_ input: InputText, encoding: TextEncoding = .utf8) -> ExportHead {
        ExportHead(kind: kind(of: input, encoding))
    }

    package var json: JSONHead? { if case .json(let head) = kind { head } else { nil } }
    package var xml: XMLHead? { if case .xml(let head) = kind { head } else { nil } }
    package var csv: CSVHead? { if case .csv(let head) = kind { head } else { nil } }

    private static func kind(of input: InputText, _ encoding: TextEncoding) -> Kind {
        let head = input.bytes.prefix(size)
        let first = head.dropFirst(head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).first { $0 > 0x20 }
        if let encoding = JSONLayout.foreignEncoding(input) {
            guard head.prefix(8).contains(0x3C), let xml = XMLHead(input) else { return .recoded(encoding) }
            return .xml(xml)
        }
        guard let first else { return head.contains(0) ? .binary : .empty }
        var shaped: Kind?
        switch first {
        case 0x3C: shaped = XMLHead(input).map(Kind.xml)
        case 0x7B, 0x5B: shaped = JSONHead(input).map(Kind.json)
        default: break
        }
        if let shaped = shaped ?? CSVHead(input, encoding: encoding).map(Kind.csv) { return shaped }
        return first != 0x3C && first != 0x7B && first != 0x5B && head.contains(0) ? .binary : .text
    }
}

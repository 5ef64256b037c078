/// What the first 64 KiB of an input show of its shape: enough for a dialect to recognise its own.
package struct ExportHead: Sendable, Equatable {
    package var kind: Kind
    /// The values themselves, where there are any.
    private let sample: HeadSample?
    /// Of a text of another kind (``Kind/text``): its first lines that are not blank, without white space around them;
    /// up to eight of them, up to 200 bytes of each.
    package let openingLines: [String]

    package enum Kind: Sendable, Equatable {
        case json(JSONHead)
        case xml(XMLHead)
        case csv(CSVHead)
        /// Any other text in UTF-8 or a kin of ASCII.
        case text
        /// JavaScript around data: an assignment, or a call.
        case script
        /// UTF-16 or UTF-32 that is not XML: the name of the encoding.
        case recoded(String)
        case binary
        case empty
    }

    /// Bytes that are looked at.
    static let size = 64 << 10

    /// `encoding` is what CSV would be read in.
    package static func of(_ input: InputText, encoding: TextEncoding = .utf8) -> ExportHead {
        let (kind, sample) = look(at: input, encoding)
        return ExportHead(kind: kind, sample: sample, openingLines: kind == .text ? lines(of: input) : [])
    }

    package static func == (left: Self, right: Self) -> Bool { left.kind == right.kind }

    package var json: JSONHead? { if case .json(let head) = kind { head } else { nil } }
    package var xml: XMLHead? { if case .xml(let head) = kind { head } else { nil } }
    package var csv: CSVHead? { if case .csv(let head) = kind { head } else { nil } }

    /// JSON: the keys of the root object, or of the first object in a root array, in order. They show an export whose list
    /// of records is empty.
    package var rootKeys: [String] { json?.keys ?? [] }

    /// XML: the name of the root element, as it is written.
    package var root: String? { xml?.root }

    /// The dotted paths of all fields of the first record, four names deep; empty where no record is seen.
    ///
    /// A list adds the fields of its first object (`acknowledgements.at`), or of its namesakes in XML; attributes follow
    /// an at sign (`link@href`, `@id`). Of CSV, the columns. Of a record that is longer than the head, what is seen of it counts.
    package func fields(of path: RecordPath) -> Set<String> {
        if let csv { return path == .csv ? Set(csv.columns) : [] }
        guard let sample, let record = sample.firstRecord(path) else { return [] }
        return sample.fields(of: record)
    }

    /// The text of a field of the first record, up to 200 bytes long: for telling exports apart by a value.
    ///
    /// `nil` where there is no such field, or it is longer, blank, null, an object or a list.
    package func value(of field: String, path: RecordPath) -> String? {
        guard let sample, let record = sample.firstRecord(path) else { return nil }
        return sample.value(of: field, in: record)
    }

    private static func lines(of input: InputText) -> [String] {
        input.bytes.prefix(4096).split { $0 == 0x0A || $0 == 0x0D }.lazy
            .map { line in
                let words = line.drop { $0 <= 0x20 }
                let end = words.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? words.startIndex
                return String(decoding: words[..<end].prefix(200), as: UTF8.self)
            }
            .filter { !$0.isEmpty }.prefix(8).map(\.self)
    }

    private static func look(at input: InputText, _ encoding: TextEncoding) -> (Kind, HeadSample?) {
        let head = input.bytes.prefix(size)
        let first = head.dropFirst(head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).first { $0 > 0x20 }
        if let encoding = JSONLayout.foreignEncoding(input) {
            guard head.prefix(8).contains(0x3C), let (xml, sample) = LibXML.head(of: input) else {
                return (.recoded(encoding), nil)
            }
            return (.xml(xml), sample)
        }
        guard let first else { return (head.contains(0) ? .binary : .empty, nil) }
        switch first {
        case 0x3C:
            if let (xml, sample) = LibXML.head(of: input) { return (.xml(xml), sample) }
        case 0x7B, 0x5B:
            if let sample = HeadSample(json: input), let json = JSONHead(sample) { return (.json(json), sample) }
        default: break
        }
        if ScriptHead.begins(head) { return (.script, nil) }
        if let csv = CSVHead(input, encoding: encoding) { return (.csv(csv), nil) }
        return (first != 0x3C && first != 0x7B && first != 0x5B && head.contains(0) ? .binary : .text, nil)
    }
}

package import Diagnostics
package import IncidentModel
package import Syntax

/// Replaces what an organisation does not want to keep, before anything of an export is kept.
package struct Redactor: Sendable {
    private let rules: RedactionRules
    private let importer: Importer

    package init(_ rules: RedactionRules, reading importer: Importer) {
        self.rules = rules
        self.importer = importer
    }

    /// An export without what the rules name, and how many places each of them replaced.
    package struct Redacted: Sendable {
        package var text: InputText
        package var counts: [(rule: String, count: Int)]
    }

    /// `nil` for an export in an encoding in whose bytes nothing can be found.
    package func redacted(
        _ text: InputText, source: SourceID, as forced: (any ExportDialect)? = nil
    ) async -> Redacted? {
        let bytes = text.withUnsafeBytes { Array($0) }
        guard !Self.isWide(bytes) else { return nil }
        let head = ExportHead.of(text, encoding: importer.encoding)
        let choice = DialectChoice.make(head, among: importer.dialects, source: source, forced: forced)
        var redaction = ByteRedaction(bytes)
        var counts: [(rule: String, count: Int)] = []
        for rule in rules.rules {
            let count: Int
            switch rule.kind {
            case .fields(let fields):
                count = await cover(fields, in: text, source, choice.value, &redaction)
            case .words(let words): count = redaction.cover(words: words)
            case .emailAddresses: count = redaction.coverAddresses()
            case .phoneNumbers: count = redaction.coverPhones()
            }
            counts.append((rule.name, count))
        }
        return Redacted(text: InputText(bytes: redaction.bytes), counts: counts)
    }

    /// UTF-16 and UTF-32: every second byte, or more, is zero.
    private static func isWide(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) || bytes.prefix(4).contains(0)
    }

    private func cover(
        _ fields: [String], in text: InputText, _ source: SourceID, _ dialect: (any ExportDialect)?,
        _ redaction: inout ByteRedaction
    ) async -> Int {
        guard let dialect else { return 0 }
        let stream = RecordStream(text, source: source, path: dialect.records, encoding: importer.encoding)
        var count = 0
        if case .xml = dialect.records {
            let records = await stream.map(width: importer.width) { $0.place }.values
            for record in records {
                for field in fields {
                    let name = field.split(whereSeparator: { $0 == "." || $0 == "@" }).last.map(String.init) ?? field
                    // Where the bytes of a record cannot be told, those of all of them are looked at.
                    count += redaction.cover(element: name, in: record ?? 0..<redaction.bytes.count)
                }
            }
            return count
        }
        let places = await stream.map(width: importer.width) { record in
            fields.flatMap { record.places(of: $0).map { Covered(bytes: $0.bytes, isNumber: $0.isNumber) } }
        }.values
        for place in places.joined() {
            if place.isNumber { redaction.coverNumber(place.bytes) } else { redaction.cover(place.bytes) }
            count += 1
        }
        return count
    }

    private struct Covered: Sendable {
        var bytes: Range<Int>
        var isNumber: Bool
    }
}

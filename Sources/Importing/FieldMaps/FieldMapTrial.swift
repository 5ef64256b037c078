package import Diagnostics
package import Syntax

/// What each field of a map got from the first records of an export: for `debrief check --field-map`.
package struct FieldMapTrial: Sendable {
    package struct Row: Sendable {
        /// The fact that is fed: `severity`.
        package var fact: String
        package var path: String
        /// What the field says in each record; `nil` where it says nothing.
        package var values: [String?]
    }

    package let rows: [Row]

    /// Looks at up to so many records.
    package init(_ map: FieldMap, of input: InputText, source: SourceID, encoding: TextEncoding, records: Int = 3) async
    {
        let paths = map.fields.map(\.path)
        let stream = RecordStream(input, source: source, path: map.records, encoding: encoding)
        let seen = await stream.map(width: 1) { record in paths.map { record.text($0)?.value } }.values.prefix(records)
        rows = map.fields.enumerated().map { place, field in
            Row(fact: field.fact.key, path: field.path.spelling, values: seen.map { $0[place] })
        }
    }

    /// A line for each fact: `severity ← Priority: "P1", "P3", nothing`.
    package var lines: [String] {
        rows.map { row in
            let values = row.values.map { $0.map { "“\(visible(String($0.prefix(60))))”" } ?? "nothing" }
            return "\(row.fact) ← \(row.path): \(values.isEmpty ? "no record" : values.joined(separator: ", "))"
        }
    }
}

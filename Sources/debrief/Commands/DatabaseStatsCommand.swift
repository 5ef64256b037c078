import ArgumentParser
import Diagnostics
import IncidentModel
import IncidentStore
import Reporting
import Typesetting

/// What an incident database holds, in numbers.
struct DatabaseStatsCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case txt, json }

    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Count what an incident database holds.",
        discussion: """
            Examples:
              debrief database stats incidents.sqlite
              debrief database stats incidents.sqlite --format json
            """)

    @Argument(help: ArgumentHelp("The incident database.", valueName: "file"))
    var database: String

    @Option(help: "txt or json.")
    var format = Format.txt

    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        try await inWorld(voice) { world in
            let opened = try world.database(database, for: .reading)
            defer { opened.close() }
            let statistics = try World.guarding(database) { try opened.statistics() }
            try world.say(format == .json ? statistics.json.text : statistics.text)
        }
    }
}

extension DatabaseStatistics {
    fileprivate var text: String {
        var rows: [(String, String)] = [
            ("schema", "version \(schema)"), ("file", Self.bytes(file)),
            ("imports", Phrasing.number(imports) + span(firstImport, lastImport)),
            ("exports", "\(Phrasing.number(sources)), \(Self.bytes(bytes)), kept in \(Self.bytes(compressed))"),
            ("records", Phrasing.number(records)),
            (
                "incidents",
                Phrasing.number(incidents.reduce(0) { $0 + $1.count }) + span(firstDetected, lastDetected)
            ),
        ]
        rows += incidents.map { ("  " + visible($0.system), Phrasing.number($0.count)) }
        rows += [
            ("purged", Phrasing.number(purged)),
            ("actions", "\(Phrasing.number(actions)), \(Phrasing.number(openActions)) open"),
            ("documents", Phrasing.number(documents)), ("policies", Phrasing.number(policies)),
        ]
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { name, value in
            name + String(repeating: " ", count: width - name.count + 2) + value + "\n"
        }.joined()
    }

    private static func bytes(_ count: Int) -> String { "\(Phrasing.number(count)) bytes" }

    private func span(_ first: Instant?, _ last: Instant?) -> String {
        guard let first, let last else { return "" }
        return ", \(first.rfc3339) to \(last.rfc3339)"
    }

    fileprivate var json: JSONDocument {
        .object([
            "schema": .string("debrief/database-stats/1"), "schemaVersion": .integer(schema),
            "fileBytes": .integer(file),
            "imports": .object([
                "count": .integer(imports), "first": Self.moment(firstImport), "last": Self.moment(lastImport),
            ]),
            "exports": .object([
                "count": .integer(sources), "bytes": .integer(bytes), "keptBytes": .integer(compressed),
            ]),
            "records": .integer(records),
            "incidents": .array(
                incidents.map { .object(["system": .string($0.system), "count": .integer($0.count)]) }),
            "detected": .object(["first": Self.moment(firstDetected), "last": Self.moment(lastDetected)]),
            "purgedIncidents": .integer(purged),
            "actions": .object(["count": .integer(actions), "open": .integer(openActions)]),
            "documents": .integer(documents), "policies": .integer(policies),
        ])
    }

    private static func moment(_ instant: Instant?) -> JSONDocument { instant.map { .string($0.rfc3339) } ?? .null }
}

/// The incident database: what an import costs beside the least that others need for the same rows, and what a report of a
/// week costs from a database and from the export.
extension Suite {
    private static let week = [
        "--week", "2026-W30", "--as-of", "2027-01-01T00:00:00Z", "--format", "json", "--out", "-",
    ]

    func database(_ export: String, say: (String) -> Void) throws(BenchFailure) {
        let ours = folder + "/incidents.sqlite"
        let imports = Contest(
            title: "Import of \(megabytes) MB of NDJSON into a database",
            contenders: [
                .init(
                    name: "debrief import",
                    command: [
                        "sh", "-c", "rm -f \"$1\"*; exec \"$2\" import \"$3\" --database \"$1\" --quiet", "sh", ours,
                        debrief, export,
                    ], output: folder + "/import.txt"),
                .init(
                    name: "sqlite3 .import, and DuckDB reads the file",
                    command: ["sh", peers + "/import_rows.sh", export, folder + "/rows.sqlite", python],
                    output: folder + "/rows.txt"),
            ])
        print(table(imports.title, try imports.results(runs: min(runs, 3), say: say)))

        let direct = folder + "/week-direct.json"
        let kept = folder + "/week-kept.json"
        let reports = Contest(
            title: "Report of a week",
            contenders: [
                .init(
                    name: "from the database", command: [debrief, "report", "--database", ours] + Self.week,
                    output: kept),
                .init(name: "from the export", command: [debrief, "report", export] + Self.week, output: direct),
            ])
        let results = try reports.results(runs: min(runs, 3), say: say)
        _ = try measure(["cmp", direct, kept], output: folder + "/cmp.txt")
        print(table(reports.title, results))
    }
}

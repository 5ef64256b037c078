/// The whole comparison: inputs, contests, and the check that equal work was done.
struct Suite {
    var debrief: String
    var folder: String
    var peers: String
    var python: String
    var megabytes: Int
    var runs: Int

    private static let period = ["--from", "2026-01-01", "--to", "2027-01-01"]

    func run(say: (String) -> Void) throws(BenchFailure) {
        try makeFolder(folder)
        let coordinator = try input("coordinator-\(megabytes).ndjson", CoordinatorExport(), say: say)
        let serviceNow = try input("servicenow-\(megabytes).xml", ServiceNowExport(), say: say)
        let ours = folder + "/debrief.json"
        let theirs = folder + "/duckdb.json"

        let reports = Contest(
            title: "SLA report of \(megabytes) MB of NDJSON",
            contenders: [
                .init(name: "debrief", command: report(coordinator), output: ours),
                .init(
                    name: "DuckDB", command: [python, peers + "/sla_duckdb.py", coordinator] + Self.period,
                    output: theirs),
            ])
        let reportResults = try reports.results(runs: runs, say: say)
        _ = try measure([python, peers + "/compare.py", ours, theirs], output: folder + "/compare.txt")
        print(table(reports.title, reportResults))

        let readings = Contest(
            title: "\(megabytes) MB of ServiceNow XML",
            contenders: [
                .init(
                    name: "debrief (whole report)", command: report(serviceNow), output: folder + "/debrief-xml.json"),
                .init(
                    name: "xmllint (reads only)", command: ["xmllint", "--stream", "--noout", serviceNow],
                    output: folder + "/xmllint.txt"),
            ])
        let readingResults = try readings.results(runs: runs, say: say)
        _ = try measure(
            [python, peers + "/all_read.py", folder + "/debrief-xml.json", serviceNow], output: folder + "/all-read.txt"
        )
        print(table(readings.title, readingResults))

        try database(coordinator, say: say)

        let least = try measure(["true"], output: folder + "/true.txt").memory
        print(
            "Memory below \(decimal(least, 1)) MB cannot be told apart: that much a program counts that does nothing.")
    }

    private func report(_ file: String) -> [String] {
        [debrief, "report", file] + Self.period + ["--as-of", "2027-01-01T00:00:00Z", "--format", "json", "--out", "-"]
    }

    /// An input of the right size, made when it is missing.
    private func input(
        _ name: String, _ export: some GeneratedExport, say: (String) -> Void
    ) throws(BenchFailure) -> String {
        let path = folder + "/" + name
        if !fileExists(path) {
            say("writing \(path)")
            _ = try export.write(to: path, bytes: megabytes * 1_000_000)
        }
        return path
    }
}

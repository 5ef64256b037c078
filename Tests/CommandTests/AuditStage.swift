import Typesetting

/// Exports of a first quarter, the pack that is made of them, and hands that tamper with it.
enum AuditStage {
    /// Five incidents of the quarter, one of the year before, and one in a second system.
    static let exports = [
        "exports/coordinator.ndjson": [
            line(
                "INC-2026-0001", "sev1", "2026-01-10T10:00:00Z", triaged: "10:04:00", told: "10:12:00",
                resolved: "10:50:00"),
            line(
                "INC-2026-0002", "sev2", "2026-02-03T10:00:00Z", triaged: "10:20:00", told: "10:40:00",
                resolved: "12:00:00"),
            line("INC-2026-0004", "sev2", "2026-02-20T10:00:00Z", triaged: "10:05:00", told: nil, resolved: "13:00:00"),
            line("INC-2026-0005", "sev3", "2026-03-31T23:00:00Z", triaged: "23:10:00", told: "23:20:00", resolved: nil),
            line(
                "INC-2025-0009", "sev3", "2025-11-03T10:00:00Z", triaged: "10:10:00", told: "10:20:00",
                resolved: "11:00:00"),
            #"{"incidentId":"INC-2026-0006","severity":"sev3","incidentSummary":{"title":"No times at all"},"lifecycle":{}}"#,
        ].map { $0 + "\n" }.joined(),
        "exports/broken.json": #"[{"severity":"sev1","incidentSummary":{"title":"No id"}},"#
            + #"{"incidentId":"=INC-7","severity":"sev4","incidentSummary":{"title":"<b>bold</b>"},"#
            + #""lifecycle":{"detectedAt":"2026-03-01T00:00:00Z","resolvedAt":"2026-03-01T01:00:00Z"}}]"#,
    ]

    static func line(
        _ id: String, _ severity: String, _ detected: String, triaged: String, told: String?, resolved: String?
    ) -> String {
        let day = detected.prefix(11)
        let stamps = [
            ("detectedAt", detected), ("triagedAt", "\(day)\(triaged)Z"),
            told.map { ("firstCommunicationAt", "\(day)\($0)Z") }, resolved.map { ("resolvedAt", "\(day)\($0)Z") },
        ].compactMap { $0 }
        let lifecycle = stamps.map { #""\#($0.0)":"\#($0.1)""# }.joined(separator: ",")
        return #"{"incidentId":"\#(id)","severity":"\#(severity)","#
            + #""incidentSummary":{"title":"Trouble with \#(id)"},"lifecycle":{\#(lifecycle)}}"#
    }

    static let moment = ["--as-of", "2026-05-01T00:00:00Z"]

    /// A world with the exports, and a pack of them in `pack`. One that nothing more is asked of is made once; every test
    /// has files of its own.
    static func packed(_ more: [String] = []) async -> PaperWorld {
        more.isEmpty ? PaperWorld(files: await plain.value) : await made(more)
    }

    private static let plain = Task { await made([]).files }

    private static func made(_ more: [String]) async -> PaperWorld {
        let paper = PaperWorld(files: exports)
        _ = await paper.run(["audit", "exports", "--quarter", "2026-Q1", "--out", "pack", "--quiet"] + moment + more)
        return paper
    }
}

extension PaperWorld {
    /// What `audit verify` finds: its exit status, and the codes that it says.
    func verify(_ folder: String = "pack") async -> (status: Int32, codes: Set<String>) {
        _ = takeTranscript()
        let status = await run(["audit", "verify", folder])
        let codes = takeTranscript().split(separator: "\n").compactMap { line -> String? in
            guard let open = line.firstIndex(of: "["), line.hasPrefix("error[") || line.hasPrefix("warning[") else {
                return nil
            }
            return String(line[line.index(after: open)...].prefix { $0 != "]" })
        }
        return (status, Set(codes))
    }

    /// The first file of the pack whose path holds these words.
    func packFile(_ words: String) -> String? { files.keys.filter { $0.contains(words) }.min() }

    /// Replaces a part of a file.
    func tamper(_ path: String, _ old: String, _ new: String) {
        guard let text = files[path] else { return }
        put(text.replacing(old, with: new, maxReplacements: 1), at: path)
    }

    /// Writes a manifest that fits whatever the pack holds now.
    func remakeManifest(of folder: String = "pack") {
        let inside = files.filter { $0.key.hasPrefix(folder + "/") && !$0.key.hasSuffix("/MANIFEST.sha256") }
        let lines = inside.sorted { $0.key < $1.key }.map { name, text in
            "\(SHA256Digest(of: Array(text.utf8)).hex)  \(name.dropFirst(folder.count + 1))\n"
        }
        put(lines.joined(), at: "\(folder)/MANIFEST.sha256")
    }
}

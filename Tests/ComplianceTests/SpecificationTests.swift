import Foundation
import Testing

/// Every normative line of the specification against the tests that prove it.
struct SpecificationTests {
    private static let testsFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    /// Read once.
    private static let known = Result { try testNames() }

    /// `Suite/name`, of every test in the sources of the tests.
    private static func testNames() throws -> Set<String> {
        let files = FileManager.default.enumerator(atPath: testsFolder.path)?.compactMap { $0 as? String } ?? []
        var names: Set<String> = []
        for file in files.sorted() where file.hasSuffix(".swift") {
            let text = try String(contentsOf: testsFolder.appending(path: file), encoding: .utf8)
            var suite = ""
            for line in text.split(separator: "\n") {
                if let name = Self.suite(in: line) { suite = name }
                let parts = line.split(separator: "`", omittingEmptySubsequences: false)
                if parts.count >= 3, parts[0].hasSuffix("func ") { names.insert("\(suite)/\(parts[1])") }
            }
        }
        return names
    }

    /// The name of a type that stands at the left edge of a file.
    private static func suite(in line: Substring) -> String? {
        guard let range = line.range(of: "struct "), line.first != " " else { return nil }
        return String(line[range.upperBound...].prefix { $0.isLetter || $0.isNumber })
    }

    @Test(arguments: SpecificationTable.lines.map { ($0.words, $0.tests) })
    func `A line of the specification is proven by tests that exist`(words: String, tests: [String]) throws {
        #expect(!tests.isEmpty, "no test proves it")
        let known = try Self.known.get()
        for test in tests { #expect(known.contains(test), "no test has this name") }
    }

    @Test func `A line stands once, proven or pending with its reason`() {
        let lines =
            SpecificationTable.lines.map { $0.section + ": " + $0.words }
            + SpecificationTable.pending.map { $0.section + ": " + $0.words }
        #expect(Set(lines).count == lines.count)
        #expect(SpecificationTable.pending.allSatisfy { !$0.reason.isEmpty })
    }

    /// How many lines each part of the specification has: one that is dropped from the table is missed.
    @Test(arguments: [
        ("Incident Lifecycle", 2), ("Phase 1: Detection & Triage", 10), ("Severity Classification", 12),
        ("Phase 2: Team Assembly & Coordination", 14), ("Phase 3: Customer Impact Assessment", 6),
        ("Phase 4: Communication Orchestration", 5), ("Phase 5: Resolution & Recovery", 9),
        ("Phase 6: Post-Incident", 7), ("Response Format", 1), ("Response Time SLAs", 4), ("Communication Rules", 5),
        ("Escalation Triggers", 4), ("Post-Incident Requirements", 4), ("Customer Follow-Up", 3),
        ("Integration Points", 5),
    ])
    func `No line of a part is left out`(section: String, count: Int) {
        let proven = SpecificationTable.lines.filter { $0.section == section }.count
        let pending = SpecificationTable.pending.filter { $0.section == section }.count
        #expect(proven + pending == count)
    }
}

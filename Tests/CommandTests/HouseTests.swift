import BuiltInTemplates
import Diagnostics
import Foundation
import Reporting
import Testing
import Typesetting
import debrief

/// Catalogs against folders: what the program says it knows, and what lies there.
@Suite struct HouseTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func `every diagnostic code stands in the catalog, once`() throws {
        let ids = DiagnosticCatalog.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        var declared: Set<String> = []
        for file in try Self.swiftFiles(below: "Sources") {
            let source = try String(contentsOf: file, encoding: .utf8)
            for part in source.components(separatedBy: "DiagnosticCode(").dropFirst() {
                let text = part.drop { $0.isWhitespace }
                guard text.first == "\"" else { continue }
                declared.insert(String(text.dropFirst().prefix { $0 != "\"" }))
            }
        }
        #expect(declared == Set(ids))
    }

    @Test(arguments: DiagnosticCatalog.all)
    func `a diagnostic code has a name, a summary and a paragraph`(code: DiagnosticCode) {
        #expect(code.id.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber })
        #expect(!code.summary.isEmpty && !code.summary.hasSuffix("."))
        #expect(code.explanation.count > 40)
        #expect(code.explanation.hasSuffix("."), "\(code.id)")
    }

    @Test func `every document template belongs to a document, and is carried in the binary`() throws {
        let folder = Self.root.appending(path: "Templates/documents")
        let onDisk = Set(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).map { "documents/" + $0 })
        let used = Set(DocumentCatalog.all.flatMap(\.templates).map { $0 + ".mustache" })
        #expect(used.isSubset(of: onDisk))
        let embedded = Set(BuiltInTemplates.files.keys.filter { $0.hasPrefix("documents/") })
        #expect(embedded == onDisk)
        for name in onDisk.subtracting(used) {
            let call = "{{> " + name.replacing(".mustache", with: "")
            #expect(BuiltInTemplates.files.values.contains { $0.contains(call) }, "\(name) is used by nothing")
        }
    }

    @Test func `every file of the templates folder is in the binary as it stands`() throws {
        for (name, text) in BuiltInTemplates.files {
            let file = Self.root.appending(path: "Templates/\(name)")
            #expect(try String(contentsOf: file, encoding: .utf8) == text)
        }
    }

    /// Names in the code are literals, or begin with one: `phrases("verdict." + …)`, `phrases("progress.\(…)")`.
    @Test func `every phrase in the code stands in the catalogue, and every phrase of the catalogue is used`() throws {
        let templates = try #require(TemplateLibrary.loaded(builtIn: BuiltInTemplates.files).value)
        let known = Set(templates.phrases.names)
        var used: Set<String> = []
        var beginnings: Set<String> = []
        for file in try Self.swiftFiles(below: "Sources") {
            for literal in Self.phraseNames(in: try String(contentsOf: file, encoding: .utf8)) {
                if literal.hasSuffix(".") { beginnings.insert(literal) } else { used.insert(literal) }
            }
        }
        #expect(used.subtracting(known).isEmpty)
        #expect(beginnings.allSatisfy { start in known.contains { $0.hasPrefix(start) } })
        let idle = known.subtracting(used).filter { name in !beginnings.contains { name.hasPrefix($0) } }
        #expect(idle.isEmpty)
    }

    /// What stands in quotes between `phrases(` and the next comma or bracket outside of them; what is cut by an
    /// interpolation is a beginning.
    private static func phraseNames(in source: String) -> [String] {
        source.components(separatedBy: "phrases(").dropFirst().flatMap { part -> [String] in
            let call = part.prefix { $0 != "[" && $0 != ")" }
            return call.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }
                .map { String($0.element.prefix { $0 != "\\" }) }
        }
    }

    static func swiftFiles(below folder: String) throws -> [URL] {
        let start = root.appending(path: folder)
        let names = FileManager.default.enumerator(atPath: start.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().map { start.appending(path: $0) }
    }
}

import BuiltInTemplates
import Diagnostics
import Testing
import Typesetting

@testable import Reporting

/// Every template of every document.
private let templates = DocumentCatalog.all.flatMap(\.templates)

struct SpecimenTests {
    @Test("The built-in templates load without a word")
    func loads() {
        #expect(Stage.templates.value != nil)
        #expect(Stage.templates.diagnostics.isEmpty)
    }

    @Test("A built-in template asks for nothing that its document does not have", arguments: templates)
    func lint(template: String) throws {
        let specimen = try #require(Specimen.context(of: template))
        #expect(try Stage.library().lint(template, against: specimen).isEmpty)
    }

    @Test("A specimen has every name filled", arguments: templates)
    func filled(template: String) throws {
        let specimen = try #require(Specimen.context(of: template))
        #expect(holes(in: specimen, at: template) == [])
    }

    @Test("Every document template is in the catalog, or a part of one that is")
    func catalog() {
        let files = BuiltInTemplates.files.keys.filter { $0.hasPrefix("documents/") && $0.hasSuffix(".mustache") }
        let names = Set(files.map { String($0.dropLast(".mustache".count)) })
        let parts = names.subtracting(templates)
        #expect(parts.isSuperset(of: ["documents/computed.md", "documents/computed.html"]))
        for part in parts {
            #expect(BuiltInTemplates.files.values.contains { $0.contains("{{> \(part)}}") }, "\(part)")
        }
        #expect(Set(templates).subtracting(names).isEmpty)
    }

    @Test("What real incidents offer to a template, the specimen offers, too", arguments: ["full", "bare"])
    func subset(name: String) throws {
        let incident = name == "full" ? Stage.full() : Stage.bare()
        let assessed = try Stage.assess(incident)
        let edition = try Stage.edition()
        let report = Stage.report(try Stage.assess(incident), edition)
        let contexts: [(String, Context)] = [
            ("documents/post-mortem.md", PostMortem(edition: edition, assessed: assessed).context),
            ("documents/action-items.md", ActionList([assessed], edition: edition).context),
            ("documents/sla-report.md", report.context(linking: .md)),
            ("documents/index.html", Stage.index([assessed], edition).context),
        ]
        for (template, context) in contexts {
            let specimen = try #require(Specimen.context(of: template))
            #expect(names(of: context).subtracting(names(of: specimen)).isEmpty, "\(template)")
        }
    }

    /// Paths of names that are absent everywhere, or lists that are empty everywhere.
    private func holes(in context: Context, at path: String) -> Set<String> {
        let filled = paths(context, path) { $0 != .absent && $0 != .list([]) }
        return paths(context, path) { _ in true }.subtracting(filled)
    }

    private func names(of context: Context) -> Set<String> {
        paths(context, "") { _ in true }
    }

    private func paths(_ context: Context, _ path: String, _ counts: (Context) -> Bool) -> Set<String> {
        switch context {
        case .absent, .text, .flag: []
        case .list(let elements): elements.reduce(into: []) { $0.formUnion(paths($1, path, counts)) }
        case .group(let members):
            members.reduce(into: []) { found, member in
                let inner = "\(path).\(member.key)"
                if counts(member.value) { found.insert(inner) }
                found.formUnion(paths(member.value, inner, counts))
            }
        }
    }
}

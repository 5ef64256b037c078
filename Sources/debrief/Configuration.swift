import BuiltInTemplates
import Compliance
import Diagnostics
import Reporting
import Syntax
import Typesetting

/// The policy and the templates of a run.
struct Configuration {
    var policy: Policy
    var templates: TemplateLibrary
    /// What had to be said about them; no errors.
    var diagnostics: [Diagnostic]
    /// The users' own files, so that diagnostics can show their lines.
    var texts: [SourceID: InputText]

    static let builtInPolicy = "policies/standard.yaml"

    /// Throws ``WorldFault`` for a file that is not there, ``BrokenConfiguration`` for one that cannot be used.
    static func read(
        _ options: JudgingOptions, into sources: inout SourceList, world: World
    ) throws -> Configuration {
        var texts: [SourceID: InputText] = [:]
        let read = try readPolicy(options.policy, into: &sources, &texts, world: world)

        var overrides: [TemplateOverride] = []
        if let folder = options.templates {
            for (name, path) in try templateFiles(below: folder, in: world) {
                let text = try world.open(path)
                let source = sources.add(path)
                texts[source] = text
                overrides.append(TemplateOverride(name: name, text: text.string, source: source))
            }
        }
        let library = TemplateLibrary.loaded(builtIn: BuiltInTemplates.files, overrides: overrides)

        var diagnostics = read.diagnostics + library.diagnostics
        if let templates = library.value, !overrides.isEmpty { diagnostics += misspelled(in: templates) }
        guard let policy = read.value, let templates = library.value,
            !diagnostics.contains(where: { $0.level == .error })
        else {
            throw BrokenConfiguration(diagnostics: diagnostics, sources: sources, texts: texts)
        }
        return Configuration(policy: policy, templates: templates, diagnostics: diagnostics, texts: texts)
    }

    /// The policy alone.
    static func policy(_ path: String?, into sources: inout SourceList, world: World) throws -> Policy {
        var texts: [SourceID: InputText] = [:]
        let read = try readPolicy(path, into: &sources, &texts, world: world)
        guard let policy = read.value else {
            throw BrokenConfiguration(diagnostics: read.diagnostics, sources: sources, texts: texts)
        }
        return policy
    }

    private static func readPolicy(
        _ path: String?, into sources: inout SourceList, _ texts: inout [SourceID: InputText], world: World
    ) throws(WorldFault) -> Outcome<Policy?> {
        let source: SourceID
        let yaml: String
        if let path {
            let text = try world.open(path)
            source = sources.add(path)
            texts[source] = text
            yaml = text.string
        } else {
            source = sources.add("\(builtInPolicy) (built in)")
            yaml = BuiltInTemplates.files[builtInPolicy] ?? ""
        }
        return PolicyFile.read(yaml, source: source, digest: SHA256Digest(of: Array(yaml.utf8)).hex)
    }

    /// Names in users' templates that no document offers. Those built in are held against the same by a test.
    private static func misspelled(in templates: TemplateLibrary) -> [Diagnostic] {
        DocumentCatalog.all.flatMap(\.templates).flatMap { name in
            Specimen.context(of: name).map { templates.lint(name, against: $0) } ?? []
        }
    }

    private static func templateFiles(below folder: String, in world: World) throws -> [(name: String, path: String)] {
        guard world.kind(folder) == .folder else { throw WorldFault(.noInput, folder, "no such folder") }
        let root = folder.hasSuffix("/") ? folder : folder + "/"
        return try InputFinder.inputs([folder], in: world)
            .map { (String($0.dropFirst(root.count)), $0) }
            .filter { $0.0.hasSuffix(".mustache") || $0.0.hasSuffix(".css") }
    }
}

/// A policy or template that cannot be used: exit status 78.
struct BrokenConfiguration: Error {
    var diagnostics: [Diagnostic]
    var sources: SourceList
    var texts: [SourceID: InputText]
}

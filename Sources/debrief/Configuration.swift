import BuiltInTemplates
import Compliance
import Diagnostics
import IncidentModel
import Reporting
import Syntax
import Typesetting

/// The policy and the templates of a run.
struct Configuration {
    var policies: PolicyBook
    var templates: TemplateLibrary
    /// What had to be said about them; no errors.
    var diagnostics: [Diagnostic]
    /// The users' own files, so that diagnostics can show their lines.
    var texts: [SourceID: InputText]
    /// The users' files in place of built-in ones or beside them, by the name below the templates folder.
    var overrides: [(name: String, path: String)] = []

    static let builtInPolicy = "policies/standard.yaml"

    /// Read once, for those who run more than one command.
    private static let builtInTemplates = TemplateLibrary.loaded(builtIn: BuiltInTemplates.files)

    /// Throws ``WorldFault`` for a file that is not there, ``BrokenConfiguration`` for one that cannot be used.
    static func read(
        _ options: JudgingOptions, into sources: inout SourceList, world: World
    ) throws -> Configuration {
        var texts: [SourceID: InputText] = [:]
        let read = try policies(options.policy, into: &sources, &texts, world: world)

        var overrides: [TemplateOverride] = []
        var unused: [Diagnostic] = []
        if let folder = options.templates {
            for (name, path) in try templateFiles(below: folder, in: world) {
                let text = try world.open(path)
                let source = sources.add(path)
                texts[source] = text
                overrides.append(TemplateOverride(name: name, text: text.string, source: source))
            }
            unused = try strangers(below: folder, in: world)
        }
        let library =
            overrides.isEmpty
            ? builtInTemplates : TemplateLibrary.loaded(builtIn: BuiltInTemplates.files, overrides: overrides)

        var diagnostics = read.diagnostics + library.diagnostics
        diagnostics += unused
        if let templates = library.value, !overrides.isEmpty {
            diagnostics += misspelled(in: templates) + idle(overrides, in: templates)
        }
        guard let policies = read.value, let templates = library.value,
            !diagnostics.contains(where: { $0.level == .error })
        else {
            throw BrokenConfiguration(diagnostics: diagnostics, sources: sources, texts: texts)
        }
        return Configuration(
            policies: policies, templates: templates, diagnostics: diagnostics, texts: texts,
            overrides: overrides.map { ($0.name, $0.source.map { sources.name(of: $0) } ?? $0.name) })
    }

    /// Every policy that is named, folders of them included; the built-in one where none is.
    static func policies(
        _ paths: [String], into sources: inout SourceList, _ texts: inout [SourceID: InputText], world: World
    ) throws -> Outcome<PolicyBook?> {
        guard !paths.isEmpty else {
            let yaml = BuiltInTemplates.files[builtInPolicy] ?? ""
            return policy(yaml, sources.add("\(builtInPolicy) (built in)")).map { $0.map { PolicyBook($0) } }
        }
        var found: [Policy] = []
        var diagnostics: [Diagnostic] = []
        var isBroken = false
        for path in try policyFiles(paths, in: world) {
            let text = try world.open(path)
            let source = sources.add(path)
            texts[source] = text
            let read = policy(text.string, source)
            diagnostics += read.diagnostics
            if let policy = read.value { found.append(policy) } else { isBroken = true }
        }
        guard !isBroken else { return Outcome(nil, diagnostics) }
        let book = PolicyBook.make(found)
        return Outcome(book.value, diagnostics + book.diagnostics)
    }

    /// Policies that are only compared with. Throws as ``read(_:into:world:)``.
    static func otherPolicies(_ paths: [String], world: World) throws -> PolicyBook {
        var sources = SourceList()
        var texts: [SourceID: InputText] = [:]
        let read = try policies(paths, into: &sources, &texts, world: world)
        guard let book = read.value else {
            throw BrokenConfiguration(diagnostics: read.diagnostics, sources: sources, texts: texts)
        }
        return book
    }

    private static func policy(_ yaml: String, _ source: SourceID) -> Outcome<Policy?> {
        PolicyFile.read(
            yaml, source: source, digest: SHA256Digest(of: Array(yaml.utf8)).hex, zones: { Zone(named: $0) })
    }

    /// Files as they are named, of folders what ends in `.yaml` or `.yml`, but for the field maps and the texts of
    /// audits that `debrief init` writes beside the policies.
    private static func policyFiles(_ paths: [String], in world: World) throws -> [String] {
        try paths.flatMap { path -> [String] in
            guard world.kind(path) == .folder else { return [path] }
            let files = try InputFinder.inputs([path], in: world).filter { file in
                (file.hasSuffix(".yaml") || file.hasSuffix(".yml")) && !file.contains("/field-maps/")
                    && !AuditTexts.fileNames.contains { file.hasSuffix("/" + $0) }
            }
            if files.isEmpty { throw WorldFault(.noInput, path, "the folder holds no policy (*.yaml)") }
            return files
        }
    }

    /// The newest policy alone, for what has no moment.
    static func policy(_ paths: [String], into sources: inout SourceList, world: World) throws -> Policy {
        var texts: [SourceID: InputText] = [:]
        let read = try policies(paths, into: &sources, &texts, world: world)
        guard let book = read.value else {
            throw BrokenConfiguration(diagnostics: read.diagnostics, sources: sources, texts: texts)
        }
        return book.newest
    }

    /// Names in users' templates that no document offers. Those built in are held against the same by a test.
    private static func misspelled(in templates: TemplateLibrary) -> [Diagnostic] {
        DocumentCatalog.all.flatMap(\.templates).flatMap { name in
            Specimen.context(of: name).map { templates.lint(name, against: $0) } ?? []
        }
    }

    /// Users' templates that no page is made of.
    private static func idle(_ overrides: [TemplateOverride], in templates: TemplateLibrary) -> [Diagnostic] {
        let pages = DocumentCatalog.all.flatMap(\.templates) + ["shells/page.html", "shells/letter.html"]
        let used = templates.reachable(from: pages)
        return overrides.filter { file in
            file.name.hasSuffix(".mustache")
                ? !used.contains(String(file.name.dropLast(".mustache".count)))
                : file.name.hasSuffix(".css") && BuiltInTemplates.files[file.name] == nil
        }.map { unused($0.name, at: $0.source) }
    }

    private static func unused(_ name: String, at source: SourceID? = nil) -> Diagnostic {
        let near = NearestWord.to(name, among: BuiltInTemplates.files.keys.sorted())
        return Diagnostic(
            .templateUnused, "\(name) is used by no page", at: source.map(Origin.whole),
            help: near.map { "did you mean “\($0)”?" } ?? "`debrief list templates` shows the names")
    }

    /// Files that are neither templates nor what `debrief init` writes beside them.
    private static func strangers(below folder: String, in world: World) throws -> [Diagnostic] {
        let root = folder.hasSuffix("/") ? folder : folder + "/"
        return try InputFinder.inputs([folder], in: world).map { String($0.dropFirst(root.count)) }
            .filter { name in
                ![".mustache", ".css", ".phrases"].contains { name.hasSuffix($0) } && !name.hasPrefix("policies/")
                    && !name.hasPrefix("field-maps/")
            }
            .map { unused($0) }
    }

    private static func templateFiles(below folder: String, in world: World) throws -> [(name: String, path: String)] {
        guard world.kind(folder) == .folder else { throw WorldFault(.noInput, folder, "no such folder") }
        let root = folder.hasSuffix("/") ? folder : folder + "/"
        return try InputFinder.inputs([folder], in: world)
            .map { (String($0.dropFirst(root.count)), $0) }
            .filter { file in [".mustache", ".css", ".phrases"].contains { file.0.hasSuffix($0) } }
    }
}

/// A policy or template that cannot be used: exit status 78.
struct BrokenConfiguration: Error {
    var diagnostics: [Diagnostic]
    var sources: SourceList
    var texts: [SourceID: InputText]
}

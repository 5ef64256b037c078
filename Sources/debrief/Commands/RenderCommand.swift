import ArgumentParser
import Diagnostics
import Reporting
import Syntax
import Typesetting

/// Edited drafts as HTML, by the shell of every other page.
struct RenderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Turn edited Markdown pages into HTML.",
        discussion: """
            FILE is a Markdown page, such as a post-mortem that people wrote in. Raw HTML in it stays words; the chart of \
            a post-mortem comes with it.

            Examples:
              debrief render pages/post-mortems/INC-2024-0215-001.md > review.html
              debrief render pages/post-mortems/*.md --out pages/post-mortems
            """)

    @Argument(help: ArgumentHelp("Markdown pages; - is standard input.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("The folder to write to, or - for standard output (one page).", valueName: "dir"))
    var out: String?

    @OptionGroup(title: "Judging") var judging: JudgingOptions
    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        try await inWorld(voice) { world in
            var sources = SourceList()
            let configuration = try Configuration.read(judging, into: &sources, world: world)
            var diagnostics = configuration.diagnostics
            let shell = PageShell(configuration.templates)
            let pages = try files.map { try page(of: $0, shell, world) }
            if let out, out != "-" {
                if let twice = Self.firstTwice(pages.map(\.path)) {
                    throw ValidationError("two of the files would be \(twice): render them into folders of their own")
                }
                var folder = try OutputFolder(out, world: world)
                for page in pages { try folder.write(page) }
                try folder.close()
                diagnostics += folder.diagnostics
            } else {
                guard pages.count == 1 else {
                    throw ValidationError(
                        "\(pages.count) pages cannot go to standard output: name a folder with --out DIR")
                }
                try world.say(pages[0].contents)
            }
            Voice(voice, world: world, most: nil)
                .say(diagnostics, sources: sources, inputs: configuration.texts, world: world)
        }
    }

    private func page(of path: String, _ shell: PageShell, _ world: World) throws(WorldFault) -> OutputFile {
        if world.kind(path) == .folder { throw WorldFault(.cannotRead, path, "it is a folder: name its pages") }
        let text = try world.open(path).string
        let name = path == "-" ? "page" : Self.bareName(path)
        let title = PageMerge.frontMatter("title", of: text).flatMap { $0.isEmpty ? nil : $0 } ?? name
        let body = MarkdownToHTML().html(from: text)
        return OutputFile(
            path: SafeFileName.fileName(for: name) + ".html",
            contents: shell.page(title: title, body: body, footer: ["Made from \(name).md by \(Debrief.signature)."]))
    }

    /// `INC-1` of `pages/INC-1.md`.
    private static func bareName(_ path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    }

    private static func firstTwice(_ names: [String]) -> String? {
        var seen: Set<String> = []
        return names.first { !seen.insert($0).inserted }
    }
}

import ArgumentParser
import BuiltInTemplates

/// Writes what a user may change.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Write the built-in templates and the policy into a folder, to be changed.",
        discussion: """
            Files that are there already are left as they are.

            Examples:
              debrief init house-style
              debrief build exports/ --out pages --policy house-style/policies/standard.yaml --templates house-style
            """)

    @Argument(help: ArgumentHelp("The folder.", valueName: "dir"))
    var folder: String

    @OptionGroup(title: "Voice") var voice: VoiceOptions

    func run() async throws {
        try await inWorld(voice) { world in
            for (name, text) in BuiltInTemplates.files.sorted(by: { $0.key < $1.key }) {
                let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
                if world.kind(path) != .missing {
                    world.complain("\(path) is there already and was left as it is\n")
                    continue
                }
                try world.write(path, Array(text.utf8))
                if !voice.quiet { world.complain("\(path)\n") }
            }
        }
    }
}

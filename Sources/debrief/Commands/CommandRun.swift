import ArgumentParser
import Compliance
package import Diagnostics
import IncidentModel
import Reporting

/// Runs a command's body; what the world or the configuration did wrong becomes a message and its exit status, here
/// and nowhere else.
func inWorld(_ voice: VoiceOptions, _ body: (World) async throws -> Void) async throws {
    let world = World.current
    do {
        try await body(world)
    } catch let fault as WorldFault {
        let error = DiagnosticPrinter(
            style: voice.diagnostics == .json ? .json : .text, color: false, sources: SourceList())
        world.complain(error.print(Diagnostic(.world, "\(fault.path): \(fault.reason)")))
        throw ExitStatus.of(fault)
    } catch let broken as BrokenConfiguration {
        Voice(voice, world: world, most: nil)
            .say(broken.diagnostics, sources: broken.sources, inputs: broken.texts, world: world)
        throw ExitStatus.configuration
    }
}

extension DiagnosticCode {
    package static let world = DiagnosticCode(
        "world", .error, "a file or folder cannot be read or written",
        "The system refused: the path does not exist, its permissions forbid it, or the disk is full.")
    package static let noSuchIncident = DiagnosticCode(
        "no-such-incident", .error, "an argument is neither a path nor a known incident",
        """
        What exists as a file or folder is read as an export; everything else is the id of an incident in one of them. \
        This argument is neither: check the path, and the spelling of the id.
        """)
}

/// The arguments of commands that take exports and incident ids in one list.
struct ExportsAndIDs {
    let exports: [String]
    let ids: [String]

    init(_ arguments: [String], _ input: InputOptions, world: World) throws {
        exports = arguments.filter { $0 == "-" || world.kind($0) != .missing }
        ids = arguments.filter { $0 != "-" && world.kind($0) == .missing }
        guard !exports.isEmpty || input.database != nil else {
            try input.require(arguments)
            throw WorldFault(.noInput, arguments.first ?? "", "no such file or folder, and no export is named")
        }
    }

    /// Exit status 66 where an id is in none of the exports.
    func check(against batch: Batch, world: World) throws { try Self.check(ids, against: batch, world: world) }

    static func check(_ ids: [String], against batch: Batch, world: World) throws {
        let known = Set(batch.incidents.map(\.incident.id))
        let unknown = ids.filter { !known.contains($0) }
        guard !unknown.isEmpty else { return }
        let printer = DiagnosticPrinter(style: .text, color: false, sources: batch.sources)
        for id in unknown {
            world.complain(
                printer.print(
                    Diagnostic(
                        .noSuchIncident, "“\(id)” is neither a file or folder nor an incident of the exports",
                        help: "`debrief check EXPORT…` says how many incidents were read")))
        }
        throw ExitStatus.noInput
    }
}

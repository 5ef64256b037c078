import BuiltInTemplates
import Compliance
import Diagnostics
import Syntax

/// The map of controls and the times for notifications of a run.
struct AuditTexts {
    static let controlsFile = "controls.yaml"
    static let notificationsFile = "notifications.yaml"
    /// Files beside policies that are none.
    static let fileNames = [controlsFile, notificationsFile]

    /// A text, and what it is called.
    struct Named {
        var name: String
        var text: String
    }

    var controlsText: Named
    var controls: ControlMap
    /// `nil` where no regime is asked for.
    var notificationsText: Named?
    var regimes: [NotificationRegime] = []

    /// Throws ``WorldFault`` for a file that is not there, ``BrokenConfiguration`` for one that cannot be used.
    static func read(_ request: AuditRequest, world: World) throws -> AuditTexts {
        let text = try text(controlsFile, named: request.controls, beside: request.judging.policy, world)
        var texts = AuditTexts(
            controlsText: text, controls: try sound(text) { ControlFile.read($0, source: $1) })
        guard !request.regimes.isEmpty else { return texts }
        let times = try self.text(
            notificationsFile, named: request.notifications, beside: request.judging.policy, world)
        let known = try sound(times) { NotificationFile.read($0, source: $1) }
        texts.notificationsText = times
        texts.regimes = try request.regimes.map { id in
            guard let regime = known.first(where: { $0.id == id }) else {
                throw AuditRequest.Fault.noRegime(id, known.map(\.id))
            }
            return regime
        }
        return texts
    }

    /// The file asked for; else the one in a folder of policies; else the one built in.
    private static func text(
        _ file: String, named name: String?, beside policies: [String], _ world: World
    ) throws -> Named {
        if let name { return Named(name: name, text: try world.open(name).string) }
        for path in policies where world.kind(path) == .folder {
            let inside = try InputFinder.inputs([path], in: world)
            if let found = inside.first(where: { $0.hasSuffix("/" + file) }) {
                return Named(name: found, text: try world.open(found).string)
            }
        }
        return Named(name: "policies/\(file) (built in)", text: BuiltInTemplates.files["policies/\(file)"] ?? "")
    }

    private static func sound<Value>(
        _ text: Named, _ read: (String, SourceID) -> Outcome<Value?>
    ) throws -> Value {
        var sources = SourceList()
        let source = sources.add(text.name)
        let outcome = read(text.text, source)
        guard let value = outcome.value else {
            throw BrokenConfiguration(
                diagnostics: outcome.diagnostics, sources: sources, texts: [source: InputText(text.text)])
        }
        return value
    }
}

import Diagnostics
import Syntax

/// Says diagnostics on standard error, with the lines they point at.
struct Voice {
    var style: DiagnosticsStyle
    var isQuiet: Bool
    var color: Bool
    /// How many of one kind are said before the rest is only counted; `nil` for all.
    var most: Int?

    init(_ options: VoiceOptions, world: World, most: Int?) {
        style = options.diagnostics
        isQuiet = options.quiet
        let isPlain = options.noColor || !(world.environment["NO_COLOR"] ?? "").isEmpty
        color = world.isTerminal && !isPlain && options.diagnostics == .text
        self.most = options.diagnostics == .json ? nil : most
    }

    /// Says them in order; under `--quiet` only the errors.
    func say(_ diagnostics: [Diagnostic], sources: SourceList, inputs: [SourceID: InputText], world: World) {
        let printer = DiagnosticPrinter(style: style == .json ? .json : .text, color: color, sources: sources)
        var counts: [DiagnosticCode: Int] = [:]
        var out = ""
        for diagnostic in diagnostics where !isQuiet || diagnostic.level == .error {
            counts[diagnostic.code, default: 0] += 1
            if let most, counts[diagnostic.code, default: 0] > most { continue }
            let line =
                style == .text
                ? diagnostic.origin.flatMap { $0.line > 0 ? inputs[$0.source]?.line(Int($0.line)) : nil } : nil
            out += printer.print(diagnostic, line: line)
            if out.utf8.count > 1 << 16 {
                world.complain(out)
                out = ""
            }
        }
        if let most {
            for (code, count) in counts.sorted(by: { $0.key.id < $1.key.id }) where count > most {
                out +=
                    "\(code.level.rawValue)[\(code.id)]: … and \(count - most) more; `debrief check` lists them all\n"
            }
        }
        if !out.isEmpty { world.complain(out) }
    }
}

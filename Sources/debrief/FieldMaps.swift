import Diagnostics
import Importing
import IncidentModel
import Syntax

/// The dialects of a run, with the field maps that its options name.
struct FieldMaps {
    var dialects = DialectCatalog.builtIn
    var maps: [FieldMap] = []
    /// What had to be said about them; no errors.
    var diagnostics: [Diagnostic] = []

    /// Throws ``WorldFault`` for a file that is not there, ``BrokenConfiguration`` for a map that cannot be used.
    static func read(
        _ options: InputOptions, into sources: inout SourceList, _ texts: inout [SourceID: InputText], world: World
    ) throws -> FieldMaps {
        var all = FieldMaps()
        for path in options.fieldMap {
            let text = try world.open(path)
            let source = sources.add(path)
            texts[source] = text
            let read = FieldMapFile.read(text.string, source: source, dialects: all.dialects) { Zone(named: $0) }
            all.diagnostics += read.diagnostics
            guard let map = read.value else {
                throw BrokenConfiguration(diagnostics: all.diagnostics, sources: sources, texts: texts)
            }
            all.maps.append(map)
            all.dialects = all.dialects.adding(map)
        }
        return all
    }
}

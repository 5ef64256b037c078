import Compliance
import Diagnostics
import Importing
import IncidentModel
import Syntax

/// What a run is held to, beside the incidents that it read.
final class Setting {
    let fieldMaps: FieldMaps
    let zone: Zone
    let asOf: Instant
    let replay: Instant?
    let depth: ReadingDepth
    let width: Int
    var sources: SourceList
    var inputs: [SourceID: InputText]
    let configuration: Configuration
    /// The database that is read, if any.
    var database: String?
    var exports: [SourceID: RunInput] = [:]
    var diagnostics: [Diagnostic] = []
    var actionHistory = ActionHistory()

    init(
        fieldMaps: FieldMaps, zone: Zone, asOf: Instant, replay: Instant?, depth: ReadingDepth, width: Int,
        sources: SourceList, inputs: [SourceID: InputText], configuration: Configuration
    ) {
        self.fieldMaps = fieldMaps
        self.zone = zone
        self.asOf = asOf
        self.replay = replay
        self.depth = depth
        self.width = width
        self.sources = sources
        self.inputs = inputs
        self.configuration = configuration
    }

    func with(_ sources: SourceList, _ inputs: [SourceID: InputText]) -> Setting {
        self.sources = sources
        self.inputs = inputs
        return self
    }
}

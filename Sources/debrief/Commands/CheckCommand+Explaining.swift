import Diagnostics
import Importing
import IncidentModel
import Syntax

extension CheckCommand {
    /// For every input: the dialects that fit, by which marks, and the nearest three that do not, by what they miss.
    func explainSniffing(of batch: Batch, world: World) throws {
        for input in batch.ledger.inputs {
            guard let text = batch.inputs[input.source] else { continue }
            try world.say(visible("\(batch.sources.name(of: input.source)):") + "\n")
            let explained = DialectChoice.explanation(of: text, among: batch.dialects)
            for (dialect, faults) in explained where faults.isEmpty {
                try world.say("  is \(dialect.name): \(visible(dialect.signature.words))\n")
            }
            for (dialect, faults) in explained.filter({ !$0.faults.isEmpty }).prefix(3) {
                try world.say("  not \(dialect.name): \(visible(faults.joined(separator: "; ")))\n")
            }
            if explained.isEmpty { try world.say("  neither JSON nor XML nor CSV: no dialect reads it\n") }
        }
    }

    /// For every field map: what each of its fields got from the first records of the inputs that it reads.
    func tryFieldMaps(of batch: Batch, world: World) async throws {
        for map in batch.fieldMaps {
            for entry in batch.ledger.inputs where entry.dialect == map.base ?? map.name {
                guard let text = batch.inputs[entry.source] else { continue }
                let trial = await FieldMapTrial(map, of: text, source: entry.source, encoding: input.encoding)
                let name = batch.sources.name(of: entry.source)
                try world.say(visible("\(name), by the field map \(map.name):") + "\n")
                for line in trial.lines { try world.say("  \(line)\n") }
            }
        }
    }
}

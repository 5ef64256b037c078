import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax
import Typesetting

/// Finds the records of a population in the inputs of a run, word for word.
struct RecordKeeper {
    private let batch: Batch
    private let encoding: TextEncoding
    private let width: Int
    private let paths: PagePaths

    init(_ batch: Batch, _ encoding: TextEncoding, width: Int) {
        self.batch = batch
        self.encoding = encoding
        self.width = width
        paths = batch.newsroom.paths
    }

    /// Those of each member, in the order of the inputs.
    func records(of population: Population) async -> [[AuditRecord]] {
        let tellers = tellers(of: population)
        var wanted: [SourceID: [Origin]] = [:]
        for origin in tellers.joined().map(\.origin) { wanted[origin.source, default: []].append(origin) }
        var texts: [SourceID: [RecordText]] = [:]
        for input in batch.ledger.inputs {
            guard let origins = wanted[input.source], let text = batch.inputs[input.source], let name = input.dialect
            else { continue }
            let own = batch.exports[input.source]?.imported.flatMap { TextEncoding(named: $0.encoding) }
            texts[input.source] = await batch.dialects.texts(
                of: text, source: input.source, dialect: name, encoding: own ?? encoding, width: width,
                at: origins)
        }
        return zip(population.members, tellers).map { member, tellers in
            records(tellers, in: texts, folder: paths.evidenceFolder(member.assessed.incident))
        }
    }

    private struct Teller {
        var origin: Origin
        var system: String
        var id: String?
    }

    /// Every record that tells of a member, entries that were joined to it included. Of incidents that share an id each
    /// has its own records, and the first one the entries that were joined by the id.
    private func tellers(of population: Population) -> [[Teller]] {
        var joined: [String: [Teller]] = [:]
        let systems = Dictionary(
            batch.ledger.inputs.map { input in
                (input.source, input.dialect.flatMap { batch.dialects.dialect(named: $0)?.system } ?? "")
            }
        ) { first, _ in first }
        for entry in batch.ledger.entries where entry.fate == .joined {
            guard let incident = entry.incident else { continue }
            joined[incident, default: []].append(
                Teller(origin: entry.origin, system: systems[entry.origin.source] ?? "", id: entry.record))
        }
        return population.members.map { member in
            let incident = member.assessed.incident
            let own = incident.records.map { Teller(origin: $0.origin, system: $0.system, id: $0.id) }
            return (own + (joined.removeValue(forKey: incident.id) ?? [])).sorted { $0.origin < $1.origin }
        }
    }

    private func records(
        _ tellers: [Teller], in texts: [SourceID: [RecordText]], folder: String
    ) -> [AuditRecord] {
        var kept: [AuditRecord] = []
        var seen: Set<Origin> = []
        for teller in tellers {
            guard let text = text(at: teller.origin, in: texts[teller.origin.source] ?? []),
                seen.insert(text.origin).inserted
            else { continue }
            let bytes = text.bytes
            let place = "\(padded(kept.count + 1, 4))-\(text.origin.line)-\(text.origin.column).txt"
            kept.append(
                AuditRecord(
                    origin: text.origin, system: teller.system, id: teller.id, file: "\(folder)/\(place)",
                    sha256: SHA256Digest(of: bytes).hex, bytes: bytes))
        }
        return kept
    }

    /// The last record that does not begin behind an origin.
    private func text(at origin: Origin, in records: [RecordText]) -> RecordText? {
        var low = 0
        var high = records.count
        while low < high {
            let middle = (low + high) / 2
            if origin < records[middle].origin { high = middle } else { low = middle + 1 }
        }
        return low > 0 ? records[low - 1] : nil
    }
}

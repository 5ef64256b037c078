import IncidentModel

extension IncidentDraft {
    /// Takes the beginning of the impact, unless it lies within a second of the record's opening: there the tool set it
    /// itself, and nobody has looked back yet.
    mutating func recordBeginning(_ started: Stamp?, opened: Stamp?) {
        guard let started else { return }
        if let opened, abs(started.value.microseconds - opened.value.microseconds) <= 1_000_000 { return }
        record(.started, at: started)
    }
}

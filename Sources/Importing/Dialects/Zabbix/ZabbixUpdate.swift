import Diagnostics
import IncidentModel
import Syntax

/// What somebody did to a problem at one moment: an element of `acknowledges`.
struct ZabbixUpdate {
    /// The bits of `action` (Zabbix documentation, `event.acknowledge`).
    struct Actions: OptionSet {
        let rawValue: Int

        static let close = Actions(rawValue: 1)
        static let acknowledge = Actions(rawValue: 2)
        static let message = Actions(rawValue: 4)
        static let changeSeverity = Actions(rawValue: 8)
        static let unacknowledge = Actions(rawValue: 16)
        static let suppress = Actions(rawValue: 32)
        static let unsuppress = Actions(rawValue: 64)
        static let makeCause = Actions(rawValue: 128)
        static let makeSymptom = Actions(rawValue: 256)

        /// In the order of the bits.
        static let words: [(Actions, String)] = [
            (.close, "closed by hand"), (.acknowledge, "acknowledged"), (.changeSeverity, "severity changed"),
            (.unacknowledge, "acknowledgement taken back"), (.suppress, "suppressed"),
            (.unsuppress, "suppression ended"),
            (.makeCause, "ranked as a cause"), (.makeSymptom, "ranked as a symptom"),
        ]
    }

    let at: Stamp
    let did: Actions
    let message: Sourced<String>?
    let oldSeverity: Sourced<String>?
    let newSeverity: Sourced<String>?
    private let actor: String?
    private let origin: Origin

    /// `nil` without a moment.
    init?(_ record: RecordReader, _ stamps: StampReader) {
        guard let at = stamps.instant(ZabbixField.clock, in: record, as: .epochSeconds) else { return nil }
        self.at = at
        // Before version 4.0 every element was an acknowledgement, and had no `action`.
        did = record.integer(ZabbixField.action).map { Actions(rawValue: $0.value) } ?? .acknowledge
        message = record.text(ZabbixField.message)
        oldSeverity = record.text(ZabbixField.oldSeverity)
        newSeverity = record.text(ZabbixField.newSeverity)
        let names = [record.text(ZabbixField.givenName), record.text(ZabbixField.surname)].compactMap { $0?.value }
        actor = names.isEmpty ? record.text(ZabbixField.userName)?.value : names.joined(separator: " ")
        origin = record.origin
    }

    func entry(of system: String) -> TimelineEntry {
        let words = Actions.words.filter { did.contains($0.0) }.map(\.1).joined(separator: ", ")
        let what = words.prefix(1).uppercased() + words.dropFirst()
        let text = [what, message?.value ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")
        return TimelineEntry(
            instant: at.value, text: text.isEmpty ? "Updated" : text, actor: actor, system: system,
            kind: message == nil ? .event : .note, origin: origin)
    }
}

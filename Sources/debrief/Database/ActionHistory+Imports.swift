import Compliance
import Importing
import IncidentModel
import Reporting

extension ActionHistory {
    /// How every export told of the items that any of them tells closed.
    ///
    /// An export that no database keeps was read at the report moment: it is as if it had just been imported.
    ///
    /// An import says when an export came in, not when it was written: January's and February's may come in on one day in
    /// March. It was written at the latest moment that it tells of, or later. What came after the closing of an item while
    /// an export still tells it open stands in that export, as far as it holds all incidents of its system.
    init(_ exports: [ImportedExport], from inputs: [RunInput], asOf: Instant) {
        self.init()
        var closed: Set<Name> = []
        for export in exports {
            export.tellItems { name, isOpen in
                if !isOpen { closed.insert(name) }
            }
        }
        guard !closed.isEmpty else { return }
        for (export, input) in zip(exports, inputs) {
            let read = min(input.imported?.imported ?? asOf, asOf)
            let latest = export.latestMoment(upTo: read)
            export.tellItems { name, isOpen in
                guard closed.contains(name) else { return }
                add(
                    Telling(turn: input.turn, isOpen: isOpen, writtenFrom: latest, writtenBy: read), of: name)
            }
        }
    }
}

extension ImportedExport {
    fileprivate func tellItems(_ body: (_ name: ActionHistory.Name, _ isOpen: Bool) -> Void) {
        for record in incidents {
            let incident = record.incident.value
            for action in incident.actions {
                body(
                    ActionHistory.Name(system: incident.system, incident: incident.id, text: action.text),
                    action.state == .open)
            }
        }
    }

    /// The latest moment of which it tells as of something that happened. A review may be planned, so its moment is none.
    fileprivate func latestMoment(upTo end: Instant) -> Instant? {
        var latest: Instant?
        func take(_ moment: Instant?) {
            guard let moment, moment <= end, latest.map({ $0 < moment }) ?? true else { return }
            latest = moment
        }
        for record in incidents + fragments {
            let incident = record.incident.value
            for mark in incident.milestones.marks where mark.milestone != .reviewed { take(mark.instant) }
            for entry in incident.timeline { take(entry.instant) }
            for message in incident.communications { take(message.instant) }
            for change in incident.statusHistory { take(change.instant) }
            for action in incident.actions { take(action.completed) }
        }
        return latest
    }
}

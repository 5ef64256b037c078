package import Diagnostics
package import IncidentModel
package import Syntax

/// Reads the timestamps of one export: a stamp without a zone is read in the zone given, or rejected, never guessed
/// (definitions, "Figures").
package struct StampReader: Sendable {
    /// The zone of stamps that name none; `nil` where nobody said.
    package var zone: Zone?

    package init(zone: Zone?) { self.zone = zone }

    /// The moment in a field; absent for null, empty and the placeholders that stand for "not yet".
    package func instant(_ field: FieldPath, in record: RecordReader) -> Stamp? {
        var scanned: Timestamp?
        guard let origin = record.scan(field, { scanned = Timestamp(utf8: $0) }) else { return nil }
        switch scanned {
        case .instant(let instant) where instant != Self.placeholder:
            return Stamp(instant, origin)
        case .zoneless(let time):
            if let instant = zone?.onlyInstant(showing: time) { return Stamp(instant, origin) }
        default: break
        }
        guard let text = record.text(field), !Self.placeholders.contains(text.value) else { return nil }
        return instant(text, in: record)
    }

    /// The moment in a field that is written in another form than RFC 3339: numbers of seconds, the dates of mails, a
    /// pattern of the export's own. Zero and negative numbers stand for "not yet".
    package func instant(_ field: FieldPath, in record: RecordReader, as form: StampForm) -> Stamp? {
        guard form != .standard else { return instant(field, in: record) }
        guard let text = record.text(field) else { return nil }
        return instant(text, in: record, as: form)
    }

    /// The moment that a text says in a form, with a diagnostic where it says none.
    package func instant(_ text: Sourced<String>, in record: RecordReader, as form: StampForm) -> Stamp? {
        guard form != .standard else { return instant(text, in: record) }
        switch form.read(text.value) {
        case .instant(let instant): return Stamp(instant, text.origin)
        case .zoneless(let time): return resolve(time, text, in: record)
        case nil:
            guard !Self.placeholders.contains(text.value), !Self.isNothing(text.value) else { return nil }
            record.notes.add(
                Diagnostic(
                    .badTimestamp, "“\(text.value)” is no date and time in the form of this export", at: text.origin,
                    help: "the field is left out; a field map can name another form"))
            return nil
        }
    }

    /// The first moment that any of these fields says.
    package func first(_ fields: [FieldPath], in record: RecordReader) -> Stamp? {
        fields.lazy.compactMap { instant($0, in: record) }.first
    }

    /// So long after another moment: what exports that keep durations say. `unit` is the seconds that a 1 stands for;
    /// nothing, and less than nothing, stands for "not yet" where `zeroIsAbsent`.
    package func instant(
        after start: Stamp?, _ duration: FieldPath, unit: Double = 1, zeroIsAbsent: Bool = false,
        in record: RecordReader
    ) -> Stamp? {
        guard let start, let length = record.number(duration), length.value >= 0 else { return nil }
        if zeroIsAbsent, length.value == 0 { return nil }
        let microseconds = length.value * unit * 1_000_000
        guard microseconds < 1e15 else { return nil }
        return Stamp(Instant(microseconds: start.value.microseconds + Int64(microseconds)), length.origin)
    }

    /// Numbers that stand for "not yet": `0`, `-1`, `0.0`.
    private static func isNothing(_ text: String) -> Bool { Double(text).map { $0 <= 0 } ?? false }

    /// The moment that a text says, with a diagnostic where it says none.
    package func instant(_ text: Sourced<String>, in record: RecordReader) -> Stamp? {
        switch Timestamp(text.value) {
        case .instant(let instant):
            return Stamp(instant, text.origin)
        case .zoneless(let time):
            return resolve(time, text, in: record)
        case nil:
            guard !Self.placeholders.contains(text.value) else { return nil }
            record.notes.add(
                Diagnostic(
                    .badTimestamp, "“\(text.value)” is no date and time", at: text.origin,
                    help: "expected RFC 3339, such as 2024-02-15T14:23:00Z; the field is left out"))
            return nil
        }
    }

    private func resolve(_ time: CivilTime, _ text: Sourced<String>, in record: RecordReader) -> Stamp? {
        guard let zone else {
            record.notes.add(
                Diagnostic(
                    .zoneMissing, "“\(text.value)” names no time zone", at: text.origin,
                    help: "say which zone the export is written in: --source-time-zone ZONE; the field is left out"))
            return nil
        }
        let instants = zone.instants(showing: time)
        if instants.count == 1 { return Stamp(instants[0], text.origin) }
        let why =
            instants.isEmpty
            ? "does not exist in \(zone.name): clocks skip it" : "happens twice in \(zone.name): clocks go back"
        record.notes.add(
            Diagnostic(
                .doubtfulLocalTime, "“\(text.value)” \(why)", at: text.origin,
                help: "export with an offset or in UTC; the field is left out"))
        return nil
    }

    /// What programs write for "not yet": Go's zero time, and words for nothing.
    private static let placeholders: Set<String> = [
        "0001-01-01T00:00:00Z", "0001-01-01T00:00:00", "null", "NULL", "None", "N/A", "n/a", "-", "--", "?",
    ]
    private static let placeholder = CivilTime(year: 1, month: 1, day: 1).instant
}

/// A moment together with who said it: a ``Sourced`` that costs no generic call.
package struct Stamp: Sendable, Equatable {
    package var value: Instant
    package var origin: Origin

    package init(_ value: Instant, _ origin: Origin) {
        self.value = value
        self.origin = origin
    }
}

extension DiagnosticCode {
    package static let badTimestamp = DiagnosticCode(
        "bad-timestamp", .error, "a stamp is no possible date and time",
        """
        A field that should hold a date and time holds something else, or an impossible one such as 31 February. \
        The field is left out: the clocks that need it are unproven. Mend the export, or the field map.
        """)
    package static let zoneMissing = DiagnosticCode(
        "zone-missing", .error, "a stamp names no time zone",
        """
        Without a zone a stamp can be half a day off, so it is not guessed. Say which zone the export is written in \
        with --source-time-zone, for example --source-time-zone Europe/Berlin, or export with offsets.
        """)
    package static let doubtfulLocalTime = DiagnosticCode(
        "doubtful-local-time", .error, "a local time is skipped or repeated by a change of clocks",
        """
        In the night when clocks change, one local hour does not exist and another happens twice. Such a stamp cannot \
        be told, and is left out. Export with offsets or in UTC.
        """)
}

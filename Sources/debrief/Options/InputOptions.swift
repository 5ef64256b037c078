import ArgumentParser
import Diagnostics
import Importing
import IncidentModel
import Syntax

/// What is read, and how.
struct InputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The incident database to read, instead of exports or together with them.", valueName: "file"))
    var database: String?

    @Option(
        help: ArgumentHelp(
            "Read the database as it was known at this moment: the imports made by then; a date means its end.",
            valueName: "time"))
    var asKnownOn: String?

    @Option(help: ArgumentHelp("Read every input in this dialect instead of sniffing.", valueName: "name"))
    var dialect: String?

    @Option(help: ArgumentHelp("The zone of stamps that name none (IANA name).", valueName: "zone"))
    var sourceTimeZone: String?

    @Option(
        help: ArgumentHelp(
            "The encoding of CSV files: utf-8 (default), latin1 or windows-1252.", valueName: "name"))
    var encoding = TextEncoding.utf8

    @Option(
        help: ArgumentHelp(
            "A file with a line of ids, separated by commas, for records that are one incident.", valueName: "file"))
    var joins: String?

    @Option(
        help: ArgumentHelp(
            "A field map (YAML): other fields for a known dialect, or an export of your own shape; may be repeated.",
            valueName: "file"))
    var fieldMap: [String] = []

    /// The dialect that is asked for by name, among those that are known.
    func forcedDialect(among dialects: DialectCatalog) throws -> (any ExportDialect)? {
        guard let dialect else { return nil }
        guard let found = dialects.dialect(named: dialect) else {
            let near = NearestWord.to(dialect, among: dialects.all.map(\.name)).map { "; did you mean “\($0)”?" }
            throw ValidationError(
                "there is no dialect “\(dialect)”\(near ?? ""); `debrief list dialects` shows the known ones")
        }
        return found
    }

    func validate() throws {
        if asKnownOn != nil, database == nil {
            throw ValidationError("--as-known-on looks back into a database: name it with --database FILE")
        }
    }

    /// Nothing can be read without an export or a database.
    func require(_ exports: [String]) throws {
        if exports.isEmpty, database == nil {
            throw ValidationError("name exports (files, folders, -), or a database with --database FILE")
        }
    }

    /// The moment up to which imports are looked at; `nil` for all.
    func knownOn(in zone: Zone) throws -> Instant? {
        guard let asKnownOn else { return nil }
        guard let instant = moment(asKnownOn, in: zone) else {
            throw ValidationError("--as-known-on “\(asKnownOn)” is no date and time; expected 2026-03-03")
        }
        guard asKnownOn.utf8.count == 10 else { return instant }
        // A date: up to the first second of the next, and before it.
        let next = zone.civilTime(at: instant.advanced(bySeconds: 26 * 3600))
        let midnight = CivilTime(year: next.year, month: next.month, day: next.day)
        let end = zone.instants(showing: midnight).first ?? instant.advanced(bySeconds: 86_400)
        return Instant(microseconds: end.microseconds - 1)
    }

    func sourceZone() throws -> Zone? { try sourceTimeZone.map(zone(named:)) }
}

/// What everything is judged by, when, and where clocks are read.
struct JudgingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A policy file, or a folder of them; repeatable. Each incident is judged under the one in force when it was detected (default: the one built in).",
            valueName: "path"))
    var policy: [String] = []

    @Option(
        help: ArgumentHelp(
            "Judge everything under the policy that was in force at this moment; the report shows what that changes.",
            valueName: "time"))
    var policyAsOf: String?

    @Option(help: ArgumentHelp("A folder of templates that replace those built in.", valueName: "dir"))
    var templates: String?

    @Option(
        help: ArgumentHelp(
            "The moment of the report, such as 2026-02-10T00:00:00Z (default: SOURCE_DATE_EPOCH, else now).",
            valueName: "time"))
    var asOf: String?

    @Option(help: ArgumentHelp("The zone of periods and pages (IANA name).", valueName: "zone"))
    var timeZone = "UTC"

    func zone() throws -> Zone { try debrief.zone(named: timeZone) }

    /// The moment whose policy judges everything; `nil`: each incident has its own.
    func replayMoment(in zone: Zone) throws -> Instant? {
        guard let policyAsOf else { return nil }
        guard let instant = debrief.moment(policyAsOf, in: zone) else {
            throw ValidationError("--policy-as-of “\(policyAsOf)” is no date and time; expected 2026-02-10")
        }
        return instant
    }

    /// The report moment (definitions, "Report moment").
    func moment(in zone: Zone) throws -> Instant {
        if let asOf {
            guard let instant = debrief.moment(asOf, in: zone) else {
                throw ValidationError("--as-of “\(asOf)” is no date and time; expected 2026-02-10T00:00:00Z")
            }
            return instant
        }
        if let epoch = World.current.environment["SOURCE_DATE_EPOCH"], !epoch.isEmpty {
            guard let seconds = Int(epoch) else {
                throw ValidationError("SOURCE_DATE_EPOCH “\(epoch)” is no number of seconds")
            }
            return Instant(seconds: seconds)
        }
        return Instant(seconds: World.current.now().seconds)
    }
}

/// How the program speaks.
struct VoiceOptions: ParsableArguments {
    @Flag(help: "Count warnings as rejected input (exit status 65).")
    var strict = false

    @Option(help: ArgumentHelp("How diagnostics are written: text or json.", valueName: "style"))
    var diagnostics = DiagnosticsStyle.text

    @Flag(help: "Say nothing but errors.")
    var quiet = false

    @Flag(help: "No colours (also: NO_COLOR in the environment).")
    var noColor = false
}

enum DiagnosticsStyle: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// A zone by its IANA name, or an error that says what such a name is.
func zone(named name: String) throws -> Zone {
    guard let zone = Zone(named: name) else {
        throw ValidationError("“\(name)” is no time zone; expected an IANA name such as Europe/Berlin")
    }
    return zone
}

/// A moment as people type it: a full stamp, a stamp in `zone`, or a date at its first second there.
func moment(_ text: String, in zone: Zone) -> Instant? {
    let full = text.utf8.count == 10 ? text + "T00:00:00" : text
    switch Timestamp(full) {
    case .instant(let instant): return instant
    case .zoneless(let time): return zone.instants(showing: time).first
    case nil: return nil
    }
}

extension TextEncoding: ExpressibleByArgument {
    public init?(argument: String) { self.init(named: argument) }
}

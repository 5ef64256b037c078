package import Compliance
package import Diagnostics

/// What an audit is about, and everything that somebody needs to make it again.
package struct AuditScope: Sendable {
    package var period: Period
    /// How large a sample is asked for, and from which seed it is drawn.
    package var sampleSize: Int
    package var seed: UInt64
    /// The options of the run by their names on the command line, each with its values, in the order of their names.
    package var options: [Option]
    /// Every input that was read, in the order in which it was named.
    package var exports: [AuditExport]
    /// The texts that decided how they were read and judged.
    package var texts: [AuditText]

    package struct Option: Sendable, Equatable {
        package var name: String
        package var values: [String]

        package init(_ name: String, _ values: [String]) {
            self.name = name
            self.values = values
        }
    }

    package init(
        period: Period, sampleSize: Int, seed: UInt64, options: [Option], exports: [AuditExport], texts: [AuditText]
    ) {
        self.period = period
        self.sampleSize = sampleSize
        self.seed = seed
        self.options = options
        self.exports = exports
        self.texts = texts
    }

    func export(_ source: SourceID) -> AuditExport? { exports.first { $0.source == source } }

    /// Inputs that came from the incident database.
    var imported: Set<SourceID> { Set(exports.filter { $0.imported != nil }.map(\.source)) }
}

/// An input of the run, kept in the pack byte for byte.
package struct AuditExport: Sendable {
    package var source: SourceID
    /// What the command line called it: a path, or `-`.
    package var argument: String
    /// What pages call it.
    package var name: String
    /// Where it stands in the pack.
    package var file: String
    package var sha256: String
    package var bytes: Int
    /// The family of the system that wrote it, by its dialect; `nil` where no dialect was found.
    package var system: String?
    /// `nil` for one that did not come from a database.
    package var imported: AuditImport?

    package init(
        source: SourceID, argument: String, name: String, file: String, sha256: String, bytes: Int, system: String?,
        imported: AuditImport? = nil
    ) {
        self.source = source
        self.argument = argument
        self.name = name
        self.file = file
        self.sha256 = sha256
        self.bytes = bytes
        self.system = system
        self.imported = imported
    }
}

/// A policy, a template or another text that the run was made with, kept in the pack as it was read.
package struct AuditText: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case policy, controls, notifications
        case fieldMap = "field-map"
        case joins, template
    }

    package var kind: Kind
    package var name: String
    /// Where it stands in the pack.
    package var file: String
    package var sha256: String
    package var text: String

    package init(kind: Kind, name: String, file: String, sha256: String, text: String) {
        self.kind = kind
        self.name = name
        self.file = file
        self.sha256 = sha256
        self.text = text
    }
}

/// One record of an incident of the population, kept word for word in a file of its own.
package struct AuditRecord: Sendable {
    package var origin: Origin
    package var system: String
    /// Its own id, where it has one.
    package var id: String?
    /// Where it stands in the pack.
    package var file: String
    package var sha256: String
    package var bytes: [UInt8]

    package init(origin: Origin, system: String, id: String?, file: String, sha256: String, bytes: [UInt8]) {
        self.origin = origin
        self.system = system
        self.id = id
        self.file = file
        self.sha256 = sha256
        self.bytes = bytes
    }
}

/// One thing that the program has to say about its input, policy, templates or texts.
package struct Diagnostic: Hashable, Sendable {
    package var code: DiagnosticCode
    package var message: String
    /// `nil` where no input is to blame (an option, a folder).
    package var origin: Origin?
    /// The record that it is about, by the export's own id.
    package var record: String?
    /// What a person can do about it.
    package var help: String?

    package init(
        _ code: DiagnosticCode, _ message: String, at origin: Origin? = nil, record: String? = nil, help: String? = nil
    ) {
        self.code = code
        self.message = message
        self.origin = origin
        self.record = record
        self.help = help
    }

    package var level: DiagnosticLevel { code.level }
}

/// A value, and everything that had to be said while it was made. The value stands even where errors were found.
package struct Outcome<Value> {
    package var value: Value
    package var diagnostics: [Diagnostic]

    package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }

    package func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Outcome<Other> {
        Outcome<Other>(try transform(value), diagnostics)
    }
}

extension Outcome: Sendable where Value: Sendable {}

package import Diagnostics

extension DiagnosticCode {
    /// All that this room says, for `debrief explain` and `debrief list diagnostics`.
    package static let syntaxCodes: [DiagnosticCode] = []
}

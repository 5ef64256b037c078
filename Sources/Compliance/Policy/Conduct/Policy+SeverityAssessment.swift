package import Diagnostics
package import IncidentModel

extension Policy {
    /// A named rule by which facts ask for a severity (specification, "Severity Classification").
    package struct SeverityRule: Sendable, Equatable {
        package var name: String
        package var severity: Severity
        package var condition: SeverityCondition
        /// Where in the policy file it stands.
        package var origin: Origin

        package init(name: String, severity: Severity, condition: SeverityCondition, origin: Origin) {
            self.name = name
            self.severity = severity
            self.condition = condition
            self.origin = origin
        }
    }
}

package import Diagnostics
package import IncidentModel
package import Syntax

/// The program's own list of deployments, as a table or as JSON: `at`, `service`, `version`, `actor`, the members of
/// `recentDeployments` in the coordinator's format.
package struct DeploymentsDialect: ExportDialect {
    package let name: String
    package let system = "deployments"
    package let kind = SystemKind.context
    package let summary: String
    package let howToExport: String
    package let milestones: [Milestone] = []
    package let records: RecordPath
    package let signature: Signature
    package let writesUTC = false

    package static let table = DeploymentsDialect(
        name: "deployments-csv", summary: "deployments in a table of one's own (CSV)",
        howToExport: "a query of your deployment tool, its columns named at, service, version, actor", records: .csv,
        signature: Signature(has: ["at"], hasAny: ["service", "version"], lacks: others))

    package static let list = DeploymentsDialect(
        name: "deployments-json", summary: "deployments in the coordinator's own form (JSON)",
        howToExport: "write the members of recentDeployments as {\"deployments\": […]}, an array, or one a line",
        records: .json(arrays: ["deployments"]),
        signature: Signature(has: ["at"], hasAny: ["service", "version"], lacks: others, envelope: ["deployments"]))

    private static let others = ["severity", "status", "title", "message", "event", "incident", "incident_id"]

    private init(
        name: String, summary: String, howToExport: String, records: RecordPath, signature: Signature
    ) {
        self.name = name
        self.summary = summary
        self.howToExport = howToExport
        self.records = records
        self.signature = signature
    }

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        .deployment(
            at: stamps.instant(Field.at, in: record), service: record.text(Field.service)?.value,
            version: record.text(Field.version)?.value, actor: record.text(Field.actor)?.value, in: record)
    }
}

private enum Field {
    static let at: FieldPath = "at"
    static let service: FieldPath = "service"
    static let version: FieldPath = "version"
    static let actor: FieldPath = "actor"
}

extension Draft {
    /// A deployment, if it is known when it happened.
    static func deployment(
        at stamp: Stamp?, service: String?, version: String?, actor: String?, in record: RecordReader
    ) -> Draft {
        guard let stamp else {
            return .unusable(
                Diagnostic(
                    .undatedDeployment, "the deployment has no date and time", at: record.origin, record: version,
                    help: "without one it cannot be set beside an incident"))
        }
        return .deployment(
            Deployment(
                instant: stamp.value, service: service, version: version, actor: actor, origin: record.origin))
    }
}

extension DiagnosticCode {
    package static let undatedDeployment = DiagnosticCode(
        "undated-deployment", .error, "a deployment has no date and time",
        """
        Deployments are set beside the incidents that were detected soon after them, so one without its moment says \
        nothing. The record is rejected and kept, verbatim, in rejects/.
        """)
}

import Diagnostics
package import IncidentModel
package import Syntax

/// Spinnaker's pipeline executions. Stamps are milliseconds since 1970.
///
/// An execution is a deployment if one of its stages puts something into service or takes it out; it counts at its end,
/// or else at its start. One that only builds is set aside, and so is one that never ran.
package struct SpinnakerDialect: ExportDialect {
    package let name = "spinnaker"
    package let system = "spinnaker"
    package let kind = SystemKind.context
    package let summary = "Spinnaker pipeline executions (Gate JSON)"
    package let howToExport = "curl https://YOURGATE/applications/NAME/pipelines?limit=100"
    package let milestones: [Milestone] = []
    package let records = RecordPath.json(arrays: [])
    package let signature = Signature(
        has: ["id", "application", "name", "stages", "status", "type"],
        values: [("type", ["PIPELINE", "ORCHESTRATION", "pipeline", "orchestration"])])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        let id = record.text(Field.id)
        record.notes.recordName = id?.value
        let status = record.text(Field.status)?.value ?? ""
        let isDeployment = record.list(Field.stages).contains { stage in
            stage.text(Field.type).map { Self.deploys($0.value) } ?? false
        }
        guard isDeployment, !["NOT_STARTED", "CANCELED", "BUFFERED", "SKIPPED"].contains(status) else {
            return .setAside(SetAside(rule: SetAside.notADeployment, id: id?.value, origin: record.origin))
        }
        let name = record.text(Field.name)?.value ?? id?.value
        return .deployment(
            at: stamps.instant(Field.endTime, in: record, as: .epochMilliseconds)
                ?? stamps.instant(Field.startTime, in: record, as: .epochMilliseconds),
            service: record.text(Field.application)?.value,
            version: name.map { status == "SUCCEEDED" ? $0 : "\($0) (\(status.lowercased()))" },
            actor: (record.text(Field.triggerUser) ?? record.text(Field.user))?.value, in: record)
    }

    /// Stage types as Spinnaker names them: `deploy`, `deployManifest`, `rollbackCluster`, `createServerGroup`.
    private static func deploys(_ type: String) -> Bool {
        if type.hasPrefix("deploy") { return true }
        return [
            "createServerGroup", "cloneServerGroup", "enableServerGroup", "disableServerGroup", "rollbackCluster",
            "rollbackServerGroup", "undoRolloutManifest", "patchManifest", "rollingRestartManifest", "runJobManifest",
        ].contains(type)
    }
}

private enum Field {
    static let id: FieldPath = "id"
    static let application: FieldPath = "application"
    static let name: FieldPath = "name"
    static let status: FieldPath = "status"
    static let stages: FieldPath = "stages"
    static let type: FieldPath = "type"
    static let startTime: FieldPath = "startTime"
    static let endTime: FieldPath = "endTime"
    static let triggerUser: FieldPath = "trigger.user"
    static let user: FieldPath = "authentication.user"
}

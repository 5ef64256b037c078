import Diagnostics
package import IncidentModel
package import Syntax

/// Argo CD's applications with the history of what they deployed, and how they are. Stamps are in UTC with their `Z`.
package struct ArgoCDDialect: ExportDialect {
    package let name = "argo-cd"
    package let system = "argo-cd"
    package let kind = SystemKind.context
    package let summary = "Argo CD applications with their deployment history (JSON)"
    package let howToExport = "kubectl get applications -n argocd -o json; or argocd app get NAME -o json"
    package let milestones: [Milestone] = []
    package let records = RecordPath.json(arrays: ["items"])
    package let signature = Signature(has: ["kind", "metadata.name"], values: [("kind", ["Application"])])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        guard let name = record.text(Field.name) else {
            return .unusable(.namelessService(record))
        }
        record.notes.recordName = name.value
        let health = ServiceProfile(name: name.value, health: record.text(Field.health)?.value, origin: record.origin)
        let deployments = record.list(Field.history).map { entry in
            Draft.deployment(
                at: stamps.instant(Field.deployedAt, in: entry), service: name.value,
                version: Revision.text(
                    entry.text(Field.target)?.value,
                    entry.text(Field.revision)?.value ?? entry.list(Field.revisions).first?.ownText?.value),
                actor: entry.text(Field.initiator)?.value, in: entry)
        }
        return .several([.service(health)] + deployments)
    }
}

private enum Field {
    static let name: FieldPath = "metadata.name"
    static let health: FieldPath = "status.health.status"
    static let history: FieldPath = "status.history"
    static let deployedAt: FieldPath = "deployedAt"
    static let revision: FieldPath = "revision"
    static let revisions: FieldPath = "revisions"
    static let target: FieldPath = "source.targetRevision"
    static let initiator: FieldPath = "initiatedBy.username"
}

import Diagnostics
package import IncidentModel
package import Syntax

/// Events of AWS CodeDeploy and CodePipeline, as EventBridge hands them on: one for every change of state, in UTC with
/// its `Z`. A state that changes nothing in what runs is set aside.
package struct AWSDeploymentsDialect: ExportDialect {
    package let name = "aws-deployments"
    package let system = "aws"
    package let kind = SystemKind.context
    package let summary = "AWS CodeDeploy and CodePipeline events (EventBridge JSON)"
    package let howToExport = "an EventBridge rule on aws.codedeploy and aws.codepipeline, its events kept one a line"
    package let milestones: [Milestone] = []
    package let records = RecordPath.json(arrays: [])
    package let signature = Signature(
        has: ["detail-type", "source", "time", "detail.state"],
        values: [("source", ["aws.codedeploy", "aws.codepipeline"])])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        let run = record.text(Field.deployment) ?? record.text(Field.execution)
        record.notes.recordName = run?.value ?? record.text(Field.id)?.value
        let words: String
        switch record.text(Field.state)?.value {
        case "START", "STARTED": words = " (started)"
        case "SUCCESS", "SUCCEEDED": words = ""
        case "FAILURE", "FAILED": words = " (failed)"
        default:
            return .setAside(SetAside(rule: SetAside.notADeployment, id: run?.value, origin: record.origin))
        }
        return .deployment(
            at: stamps.instant(Field.time, in: record),
            service: (record.text(Field.application) ?? record.text(Field.pipeline))?.value,
            version: run.map { $0.value + words }, actor: nil, in: record)
    }
}

private enum Field {
    static let id: FieldPath = "id"
    static let time: FieldPath = "time"
    static let state: FieldPath = "detail.state"
    static let application: FieldPath = "detail.application"
    static let pipeline: FieldPath = "detail.pipeline"
    static let deployment: FieldPath = "detail.deploymentId"
    static let execution: FieldPath = "detail.execution-id"
}

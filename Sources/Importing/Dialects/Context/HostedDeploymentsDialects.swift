import Diagnostics
package import IncidentModel
package import Syntax

/// Deployments as GitHub's REST API lists them. Stamps are in UTC with their `Z`.
///
/// The moment is that of the request: the list does not say when a deployment was done, or whether it succeeded. One to
/// an environment that GitHub marks as no production is set aside.
package struct GitHubDeploymentsDialect: ExportDialect {
    package let name = "github-deployments"
    package let system = "github"
    package let kind = SystemKind.context
    package let summary = "GitHub deployments of a repository (REST JSON)"
    package let howToExport = "gh api repos/OWNER/NAME/deployments?environment=production --paginate"
    package let milestones: [Milestone] = []
    package let records = RecordPath.json(arrays: [])
    package let signature = Signature(has: ["id", "sha", "ref", "environment", "created_at", "statuses_url"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        let id = record.text(Field.id)
        record.notes.recordName = id?.value
        // A false is also what GitHub writes where nobody said, so the name has to agree.
        let isProduction = record.flag(Field.isProduction)?.value ?? true
        if !isProduction, record.text(Field.environment)?.value.lowercased() != "production" {
            return .setAside(SetAside(rule: SetAside.notProduction, id: id?.value, origin: record.origin))
        }
        let repository = record.text(Field.repository)?.value.split(separator: "/").last.map(String.init)
        return .deployment(
            at: stamps.instant(Field.createdAt, in: record), service: repository,
            version: Revision.text(record.text(Field.ref)?.value, record.text(Field.sha)?.value),
            actor: record.text(Field.creator)?.value, in: record)
    }
}

/// Deployments as GitLab's REST API lists them. Stamps have offsets.
///
/// The moment is the end of the job that deployed. Only a deployment that succeeded, or failed on the way, changed
/// anything; one to an environment whose tier is no production is set aside.
package struct GitLabDeploymentsDialect: ExportDialect {
    package let name = "gitlab-deployments"
    package let system = "gitlab"
    package let kind = SystemKind.context
    package let summary = "GitLab deployments of a project (REST JSON)"
    package let howToExport = "glab api projects/ID/deployments?environment=production --paginate"
    package let milestones: [Milestone] = []
    package let records = RecordPath.json(arrays: [])
    package let signature = Signature(has: ["id", "iid", "sha", "ref", "status", "environment.name"])
    package let writesUTC = false

    package init() {}

    package func draft(from record: RecordReader, using stamps: StampReader, depth: ReadingDepth) -> Draft {
        let id = record.text(Field.id)
        record.notes.recordName = id?.value
        let status = record.text(Field.status)?.value
        let rule: String? =
            if let status, status != "success", status != "failed" {
                SetAside.notADeployment
            } else if let tier = record.text(Field.tier), tier.value != "production" {
                SetAside.notProduction
            } else {
                nil
            }
        if let rule { return .setAside(SetAside(rule: rule, id: id?.value, origin: record.origin)) }
        var version = Revision.text(record.text(Field.ref)?.value, record.text(Field.sha)?.value)
        if status == "failed" { version = version.map { "\($0) (failed)" } ?? "(failed)" }
        return .deployment(
            at: stamps.first([Field.finishedAt, Field.updatedAt, Field.createdAt], in: record),
            service: project(record), version: version, actor: record.text(Field.user)?.value, in: record)
    }

    /// The project's name stands in addresses only: `https://gitlab.example.com/shop/checkout/-/pipelines/7`.
    private func project(_ record: RecordReader) -> String? {
        for field in [Field.pipeline, Field.job, Field.commit] {
            guard let address = record.text(field)?.value else { continue }
            let parts = address.split(separator: "/").map(String.init)
            if let place = parts.firstIndex(of: "-"), place > 0 { return parts[place - 1] }
        }
        return nil
    }
}

/// What was deployed, in a few words: a tag or branch, and the commit.
enum Revision {
    /// `v2.1 (4f9c0d2)`; a commit alone where the reference is the commit.
    static func text(_ reference: String?, _ commit: String?) -> String? {
        guard let commit else { return reference }
        let short = String(commit.prefix(commit.utf8.count >= 40 ? 7 : 64))
        guard let reference, !commit.hasPrefix(reference) else { return short }
        return "\(reference) (\(short))"
    }
}

private enum Field {
    static let id: FieldPath = "id"
    static let sha: FieldPath = "sha"
    static let ref: FieldPath = "ref"
    static let status: FieldPath = "status"
    static let environment: FieldPath = "environment"
    static let isProduction: FieldPath = "production_environment"
    static let repository: FieldPath = "repository_url"
    static let creator: FieldPath = "creator.login"
    static let createdAt: FieldPath = "created_at"
    static let updatedAt: FieldPath = "updated_at"
    static let finishedAt: FieldPath = "deployable.finished_at"
    static let tier: FieldPath = "environment.tier"
    static let user: FieldPath = "user.name"
    static let pipeline: FieldPath = "deployable.pipeline.web_url"
    static let job: FieldPath = "deployable.web_url"
    static let commit: FieldPath = "deployable.commit.web_url"
}

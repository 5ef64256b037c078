import Diagnostics
import IncidentModel
import Syntax

/// What Bugzilla's exports have in common.
///
/// The opening is the detection. A bug itself does not say when its status changed: only its history does, or the field
/// `cf_last_resolved` where an installation has it. `delta_ts` and `changeddate` are the last change of anything, and
/// stand for nothing.
enum BugzillaBug {
    static let system = "bugzilla"
    static let inferable: Set<Milestone> = [.communicated, .mitigated]

    /// Bugs that ask for something new tell of nothing broken.
    static func isRequest(_ severity: Sourced<String>?) -> Bool { severity?.value == "enhancement" }

    /// Bugzilla's statuses for work that is over; the others are open.
    static func isOver(_ status: String?) -> Bool {
        guard let status else { return false }
        return ["RESOLVED", "VERIFIED", "CLOSED"].contains(status.uppercased())
    }

    /// `--` and `---` stand for nothing.
    static func word(_ text: Sourced<String>?) -> Sourced<String>? {
        text.flatMap { $0.value.allSatisfy { $0 == "-" } ? nil : $0 }
    }

    /// The severity that people set, or else the priority.
    static func severity(_ severity: Sourced<String>?, priority: Sourced<String>?) -> Sourced<String>? {
        word(severity) ?? word(priority)
    }
}

import Importing
import IncidentModel

extension Gate {
    /// The words and phrases that the fixtures are read with: few, so that a fixture shows which rule spoke.
    static let sample = Gate(
        words: WordTable(
            severities: [
                "*": ["sev1": .sev1, "sev2": .sev2, "sev3": .sev3, "sev4": .sev4],
                "servicenow-xml": ["1": .sev1, "2": .sev2, "3": .sev3, "4": .sev4, "5": .sev4],
            ],
            actionStates: ["done": .done, "completed": .done, "cancelled": .cancelled],
            dueAt: ["upon resolution": .resolved]),
        inference: [
            InferenceRule(
                name: "incident-created", milestone: .triaged, phrases: ["incident created", "declared"],
                takesLast: false),
            InferenceRule(
                name: "status-page-updated", milestone: .communicated, phrases: ["status page updated"],
                takesLast: false),
            InferenceRule(name: "fix-deployed", milestone: .mitigated, phrases: ["fix deployed"], takesLast: false),
            InferenceRule(
                name: "resolved", milestone: .resolved, phrases: ["resolved"], unless: ["not resolved"],
                takesLast: true),
        ])
}

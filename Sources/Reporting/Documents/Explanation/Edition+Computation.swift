import Compliance
import IncidentModel
import Typesetting

extension Edition {
    /// What the same inputs need to give the same verdicts again.
    func computation(under policy: Policy) -> Statement {
        Statement(
            "how this was computed",
            "as of \(phrasing.moment(asOf)), under the policy “\(policy.name)”, in whole seconds; comparing comes before "
                + "rounding. What is missing or out of order is unproven, and is never filled from a last update, from "
                + "closing, or from now. Page zone \(zone.name). Made by \(program).",
            values: ["asOf": .instant(asOf), "policy": policy.json, "timeZone": .string(zone.name)])
    }
}

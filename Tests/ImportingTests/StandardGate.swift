import BuiltInTemplates
import Compliance
import Diagnostics
import Importing
import IncidentModel

extension Gate {
    /// The gate of the standard policy, so that a fixture proves the policy's tables too.
    static let standard: Gate = {
        let yaml = BuiltInTemplates.files["policies/standard.yaml"] ?? ""
        guard let policy = PolicyFile.read(yaml, source: SourceID(0), digest: "").value else {
            preconditionFailure("the standard policy is broken")
        }
        return Gate(words: policy.words, inference: policy.inference, joining: policy.joining)
    }()
}

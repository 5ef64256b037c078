import Compliance
import Importing
import IncidentModel

extension Gate {
    /// The gate of a run: the policy's words and rules, with the severity words of its field maps.
    init(_ policy: Policy, _ fieldMaps: FieldMaps) {
        self.init(
            words: fieldMaps.maps.reduce(policy.words) { $0.adding($1) }, inference: policy.inference,
            joining: policy.joining)
    }
}

import IncidentStore
import Syntax

extension InputText {
    /// The SHA-256 digest of its bytes; of a mapped file none of them stays in memory.
    var sha256: String { withUnsafeBytes { SourceDigest.hex(of: $0, forgetting: forget) } }
}

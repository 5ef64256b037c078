import Typesetting

/// Gives the actions of one incident the ids that the tables of post-mortems name them by: made of their words, so that a
/// new order of the export changes none. They are unique in their incident.
struct ActionIdentities {
    private var used: [String: Int] = [:]

    /// `a-3f9c21`; the second of the same words is `a-3f9c21-2`. `d-3f9c21` is a duty.
    mutating func next(_ text: String, isDuty: Bool = false) -> String {
        let id = (isDuty ? "d-" : "a-") + SHA256Digest(of: Array(text.utf8)).hex.prefix(6)
        used[id, default: 0] += 1
        let count = used[id] ?? 1
        return count > 1 ? "\(id)-\(count)" : id
    }

    /// Whether an id is one of a duty: where it is not owed any more, its row is no action.
    static func isDuty(_ id: String) -> Bool { id.hasPrefix("d-") && id.utf8.count >= 8 }
}

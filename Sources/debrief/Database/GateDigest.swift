import Compliance
import Importing
import Typesetting

/// A digest of everything that decides how the records of an export are read: the policy's words, rules of inference and
/// of joining, the field maps, and the program. Where it is another one, what a database believes is read again from the
/// exports that it keeps.
enum GateDigest {
    static func hex(of gate: Gate, fieldMaps: [String]) -> String {
        var text = "\(Debrief.signature)\n"
        spell(gate, into: &text)
        for map in fieldMaps { text += "\n\(map)" }
        return SHA256Digest(of: Array(text.utf8)).hex
    }

    /// A value with everything in it, dictionaries and sets in the order of their spelling. A rule that is added to the
    /// gate is spelled with it: nobody can forget it here.
    private static func spell(_ value: Any, into text: inout String) {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .dictionary, .set:
            let members = mirror.children.map { child in
                var member = ""
                spell(child.value, into: &member)
                return member
            }
            text += "{\(members.sorted().joined(separator: ";"))}"
        case nil where mirror.children.isEmpty: text += "\(value)"
        case .enum where mirror.children.isEmpty: text += "\(value)"
        case .collection where value is [UInt8]: text += "\(value)"
        default:
            text += "("
            for child in mirror.children {
                text += "\(child.label ?? ""):"
                spell(child.value, into: &text)
                text += ","
            }
            text += ")"
        }
    }
}

/// A digest of everything that decides the verdicts which an import keeps: all policies, and the program.
enum BookDigest {
    static func hex(of book: PolicyBook) -> String {
        let text = ([Debrief.signature] + book.policies.map(\.digest)).joined(separator: "\n")
        return SHA256Digest(of: Array(text.utf8)).hex
    }
}

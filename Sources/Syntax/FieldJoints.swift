/// The path of a nested reader, which goes before the paths of the fields that it is asked for.
struct FieldStem {
    var spelling: String
    /// 0 is the record itself; `nil` a path that was made from the data and is not worth remembering.
    var id: UInt64?

    static let record = FieldStem(spelling: "", id: 0)

    /// The path of a member whose name comes from the data.
    func member(_ name: String) -> FieldStem {
        let joint = spelling.isEmpty || name.hasPrefix("@") ? spelling + name : spelling + "." + name
        return FieldStem(spelling: joint, id: nil)
    }
}

/// A small memory of joined paths, so that `timeline` and `timestamp` make `timeline.timestamp` once and not for every
/// entry of every record.
final class FieldJoints {
    private struct Joint {
        var stem: UInt64
        var field: UInt64
        var path: FieldStem
    }

    private var joints: [Joint?] = Array(repeating: nil, count: 256)

    func path(_ stem: FieldStem, _ field: FieldPath) -> FieldStem {
        guard let id = stem.id else { return stem.member(field.spelling) }
        guard id > 0 else { return FieldStem(spelling: field.spelling, id: field.parts.id) }
        let slot = Int(truncatingIfNeeded: (id &* 31 &+ field.parts.id) & 255)
        if let joint = joints[slot], joint.stem == id, joint.field == field.parts.id { return joint.path }
        let path = FieldStem(spelling: stem.member(field.spelling).spelling, id: FieldPath.nextID())
        joints[slot] = Joint(stem: id, field: field.parts.id, path: path)
        return path
    }
}

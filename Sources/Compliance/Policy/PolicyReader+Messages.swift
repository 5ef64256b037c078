import Diagnostics
import Syntax

extension PolicyReader {
    /// `messages`: kind → which messages are of it, in the order of the file.
    mutating func messages(_ entry: PolicyEntry?) -> [MessageKind] {
        guard let entry, let pairs = pairs(entry) else { return [] }
        refuseMany(pairs, "kinds of messages")
        return pairs.prefix(Self.most).compactMap { pair in
            checkID(pair, of: "a kind of message")
            let known = ["channels", "audiences", "exceptAudiences", "unaddressed"]
            guard let fields = fields(pair.value, known, optional: ["channels", "audiences", "exceptAudiences"]) else {
                return nil
            }
            let channels = words(fields["channels"])
            let audiences = words(fields["audiences"])
            let excepted = words(fields["exceptAudiences"])
            guard let unaddressed = yesOrNo(fields["unaddressed"]) else { return nil }
            return MessageKind(
                id: pair.key, channels: Set((channels ?? []).map(\.value)),
                audiences: Set((audiences ?? []).map(\.value)), excepted: Set((excepted ?? []).map(\.value)),
                countsUnaddressed: unaddressed)
        }
    }

    /// `responders`: words of people and teams, and of machines.
    mutating func responders(_ entry: PolicyEntry?) -> ResponderWords? {
        guard let entry, let fields = fields(entry, ["words", "machines"]) else { return nil }
        let people = words(fields["words"])
        let machines = words(fields["machines"])
        for word in (people ?? []) + (machines ?? []) where NoticeWords.plain(word.value).isEmpty {
            note(
                .policyWrongShape, "`\(word.value.prefix(40))` has no letter, and would be found nowhere",
                at: word.origin)
        }
        guard let people, let machines else { return nil }
        return ResponderWords(words: Set(people.map(\.value)), machines: Set(machines.map(\.value)))
    }

    private mutating func yesOrNo(_ entry: PolicyEntry?) -> Bool? {
        guard let entry, let text = text(entry) else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            wrongShape(entry, "`true` or `false`")
            return nil
        }
    }

    mutating func refuseMany(_ pairs: [PolicyPair], _ what: String) {
        guard pairs.count > Self.most else { return }
        note(.policyTooMany, "there are more than \(Self.most) \(what)", at: pairs[Self.most].origin)
    }
}

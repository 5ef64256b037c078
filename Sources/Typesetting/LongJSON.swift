/// A JSON object some of whose members are long lists: the bytes of ``JSONDocument/text``, made part by part.
package struct LongJSON: Sendable {
    package enum Member: Sendable {
        case document(JSONDocument)
        case list(count: Int, element: @Sendable (Int) -> JSONDocument)
    }

    private let members: [(key: String, value: Member)]

    package init(_ members: [String: Member]) {
        self.members = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    package var text: LongText {
        var parts: [LongText.Part] = []
        var isFirst = true
        for (key, value) in members {
            let opening = isFirst ? "{" : ""
            let isFirstMember = isFirst
            isFirst = false
            let head: @Sendable () -> [UInt8] = {
                var out = Array(opening.utf8)
                JSONDocument.breakLine(in: &out, depth: 1, isFirst: isFirstMember)
                JSONDocument.string(key).write(to: &out, depth: 1)
                return out + ": ".utf8
            }
            switch value {
            case .document(let document):
                parts.append {
                    var out = head()
                    document.write(to: &out, depth: 1)
                    return out
                }
            case .list(0, _): parts.append { head() + "[]".utf8 }
            case .list(let count, let element):
                parts.append { head() + "[".utf8 }
                parts += LongText.stretches(of: count) { range in
                    var out: [UInt8] = []
                    for place in range {
                        JSONDocument.breakLine(in: &out, depth: 2, isFirst: place == 0)
                        element(place).write(to: &out, depth: 2)
                    }
                    return out
                }
                parts.append { Array("\n  ]".utf8) }
            }
        }
        parts.append { Array((members.isEmpty ? "{}\n" : "\n}\n").utf8) }
        return LongText(parts)
    }
}

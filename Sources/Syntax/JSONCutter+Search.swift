/// What a look into an object for records came to.
enum RecordSearch {
    /// Records begin where the scanner stands, or one has been cut out; what went before them is in the queue.
    case records
    /// The object is passed, and holds none.
    case nothing
    /// The grammar is broken, or the input ends.
    case broken
}

extension JSONCutter {
    /// An object that may hold records, and is not closed.
    struct OpenObject {
        let tree: PathTree
        var level: JSONEnvelope.Level
        /// Bytes of its members that are kept for the envelope.
        var bytes = 0
    }

    /// Looks for records in the object that begins here. `passed` takes the values beside them: they are read only where
    /// records turn up; else they belong to the object, which is then a record or a value itself.
    mutating func search(
        _ tree: PathTree, key: JSONStringPlace?, _ passed: inout [JSONPiece]
    ) -> RecordSearch {
        open.append(OpenObject(tree: tree, level: JSONEnvelope.Level(object: member(key, from: scanner))))
        scanner.at += 1
        scanner.skipWhiteSpace()
        if scanner.at < scanner.end, scanner.at.pointee == 0x7D { return pass() }
        while scanner.at < scanner.end, scanner.at.pointee == 0x22, let key = memberName() {
            let found = enter(key, &passed)
            guard case .nothing = found else { return found }
            scanner.skipWhiteSpace()
            guard scanner.at < scanner.end else { break }
            if scanner.at.pointee == 0x7D { return pass() }
            guard scanner.at.pointee == 0x2C else { break }
            scanner.at += 1
            scanner.skipWhiteSpace()
        }
        return .broken
    }

    private mutating func pass() -> RecordSearch {
        scanner.at += 1
        open.removeLast()
        return .nothing
    }

    /// Reads a key and its colon, and stops where the value begins. `nil` where the grammar is broken.
    mutating func memberName() -> JSONStringPlace? {
        guard let key = scanner.string() else { return nil }
        scanner.skipWhiteSpace()
        guard scanner.at < scanner.end, scanner.at.pointee == 0x3A else { return nil }
        scanner.at += 1
        scanner.skipWhiteSpace()
        return key
    }

    /// Looks for records in a member of the innermost open object; the scanner stands at its value.
    mutating func enter(_ key: JSONStringPlace, _ passed: inout [JSONPiece]) -> RecordSearch {
        let value = scanner
        guard value.at < value.end else { return .broken }
        let branch = open.last?.tree.branch(key)
        if let branch, branch.isEnd, value.at.pointee == 0x5B {
            commit(passed)
            scanner.at += 1
            state = .array(isFirst: true)
            return .records
        }
        if let branch, value.at.pointee == 0x7B {
            let count = passed.count
            let found = search(branch, key: key, &passed)
            guard case .nothing = found else { return found }
            passed.removeSubrange(count...)
            if branch.isEnd, isFilled(value) {
                commit(passed)
                finish(.complete, from: value)
                state = .members
                return .records
            }
        } else {
            guard case .complete = scanner.skim() else { return .broken }
        }
        keep(member(key, from: value))
        if passed.count < 1_000 { passed.append(piece(.envelope, from: value)) }
        return .nothing
    }

    /// Records follow: what stands before them is now beside them.
    private mutating func commit(_ passed: [JSONPiece]) {
        queue += passed
        surround(with: JSONEnvelope(open.map(\.level), limits: limits))
    }

    /// From here on, this is what stands around the records.
    mutating func surround(with envelope: JSONEnvelope?) {
        if hasEnvelope || envelope != nil { queue.append(piece(.around(envelope), from: scanner)) }
        hasEnvelope = envelope != nil
    }

    /// Whether the object between a place and where the scanner stands has members.
    private func isFilled(_ start: JSONScanner) -> Bool {
        var inside = start
        inside.at += 1
        inside.skipWhiteSpace()
        return inside.at < inside.end && inside.at.pointee != 0x7D
    }

    /// A value from its beginning to where the scanner stands.
    private func member(_ key: JSONStringPlace?, from value: JSONScanner) -> JSONEnvelope.Member {
        let base = scanner.base
        return JSONEnvelope.Member(
            keyStart: (key?.start ?? value.at) - base, keyLength: key?.length ?? 0,
            isKeyEscaped: key?.isEscaped ?? false, start: value.at - base, end: scanner.at - base, line: value.line,
            lineStart: value.lineStart - base)
    }

    /// Keeps a value for the envelope, if it is not too large.
    private mutating func keep(_ member: JSONEnvelope.Member) {
        let size = member.end - member.start
        let last = open.count - 1
        guard last >= 0, open[last].level.members.count < 1_000, open[last].bytes + size <= limits.record else {
            return
        }
        open[last].bytes += size
        open[last].level.members.append(member)
    }
}

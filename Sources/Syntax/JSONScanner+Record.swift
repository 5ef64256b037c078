internal import Diagnostics

extension JSONScanner {
    /// Lays the value that begins here, white space before it included, onto the tape.
    ///
    /// Where it returns `false`, ``fault`` says why, and what has been laid so far stays.
    mutating func value(onto tape: RecordTape) -> Bool {
        skipWhiteSpace()
        var pending = TapeNode(kind: .null)
        var depth = 0
        while true {
            // A value begins here; `pending` holds the name that it goes by.
            guard at < end else { return endsEarly() }
            pending.line = line
            pending.column = column(of: at)
            pending.start = UInt32(truncatingIfNeeded: at - tape.base)
            var opened = false
            switch at.pointee {
            case 0x22:
                guard let text = string() else { return false }
                pending.kind = .string
                if text.isEscaped { pending.traits.insert(.escaped) }
                pending.start &+= 1
                pending.length = UInt32(truncatingIfNeeded: text.length)
            case 0x7B, 0x5B:
                pending.kind = at.pointee == 0x7B ? .object : .array
                opened = true
            case 0x74:
                guard literal("true") else { return false }
                pending.kind = .yes
                pending.length = 4
            case 0x66:
                guard literal("false") else { return false }
                pending.kind = .no
                pending.length = 5
            case 0x6E:
                guard literal("null") else { return false }
                pending.kind = .null
                pending.length = 4
            case 0x2D, 0x30...0x39:
                let start = at
                guard number() else { return false }
                pending.kind = .number
                pending.length = UInt32(truncatingIfNeeded: at - start)
            default:
                return fail(.jsonSyntax, "a value must begin here, not \(shown(at.pointee))")
            }
            guard tape.count < limits.values else {
                return fail(.recordTooLarge, "a record of more than \(limits.values) values")
            }
            let node = tape.append(pending)
            tape.nodes[Int(node)].next = node &+ 1
            pending = TapeNode(kind: .null)

            if opened {
                guard depth < tape.frameCapacity else {
                    return fail(.tooDeep, "nested more than \(tape.frameCapacity) levels deep")
                }
                tape.frames[depth] = RecordTape.Frame(node: node)
                depth &+= 1
                at += 1
                skipWhiteSpace()
                guard at < end else { return endsEarly() }
                let isObject = tape.nodes[Int(node)].kind == .object
                if at.pointee != (isObject ? 0x7D : 0x5D) {
                    if isObject, !name(&pending, in: tape, depth) { return false }
                    continue
                }
            }

            // A value has ended, or an empty container is about to be closed.
            var isNextDue = false
            while depth > 0, !isNextDue {
                skipWhiteSpace()
                guard at < end else { return endsEarly() }
                let frame = tape.frames + (depth &- 1)
                let isObject = tape.nodes[Int(frame.pointee.node)].kind == .object
                if at.pointee == (isObject ? 0x7D : 0x5D) {
                    at += 1
                    close(frame, in: tape)
                    depth &-= 1
                } else if at.pointee == 0x2C {
                    at += 1
                    skipWhiteSpace()
                    if isObject {
                        guard name(&pending, in: tape, depth) else { return false }
                    }
                    isNextDue = true
                } else {
                    let close = isObject ? "`}`" : "`]`"
                    return fail(.jsonSyntax, "a comma or \(close) must stand here, not \(shown(at.pointee))")
                }
            }
            if depth == 0 { return true }
        }
    }

    /// Reads a key and its colon, and stops where the member's value begins.
    @inline(__always)
    private mutating func name(_ pending: inout TapeNode, in tape: RecordTape, _ depth: Int) -> Bool {
        guard at < end else { return endsEarly() }
        let start = at
        guard at.pointee == 0x22 else {
            return fail(.jsonSyntax, "a key in quotes must stand here, not \(shown(at.pointee))")
        }
        let place = (line, column(of: at))
        guard let text = string() else { return false }
        pending.nameStart = UInt32(truncatingIfNeeded: start + 1 - tape.base)
        pending.nameLength = UInt32(truncatingIfNeeded: text.length)
        if text.isEscaped {
            pending.traits.insert(.nameEscaped)
            let decoded = JSONEscapes.decoded(text.start, text.length)
            pending.fingerprint = decoded.withUnsafeBufferPointer { buffer in
                buffer.baseAddress.map { fingerprint($0, buffer.count) } ?? 0
            }
        } else {
            pending.fingerprint = fingerprint(text.start, text.length)
        }
        if tape.isRepeated(pending, at: depth &- 1) {
            pending.traits.insert(.shadowed)
            tape.noteDuplicate(pending, line: place.0, column: place.1)
        }
        skipWhiteSpace()
        guard at < end else { return endsEarly() }
        guard at.pointee == 0x3A else {
            return fail(.jsonSyntax, "a colon must stand here, not \(shown(at.pointee))")
        }
        at += 1
        skipWhiteSpace()
        return true
    }

    @inline(__always)
    private func close(_ frame: UnsafeMutablePointer<RecordTape.Frame>, in tape: RecordTape) {
        let node = tape.nodes + Int(frame.pointee.node)
        node.pointee.next = UInt32(truncatingIfNeeded: tape.count)
        node.pointee.length = UInt32(truncatingIfNeeded: at - tape.base) &- node.pointee.start
    }
}

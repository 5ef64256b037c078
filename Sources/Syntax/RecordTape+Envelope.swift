internal import Diagnostics

extension RecordReader {
    /// The object around the record, or around the array that it stands in; `nil` where there is none: at the root, and
    /// in XML. Its own envelope is the object around that.
    ///
    /// Of a streamed array's object only the members that stand before the array are seen, and lists of records that
    /// stand there are left out; of an object that is itself an element or a line of the input, all are.
    package var envelope: RecordReader? { tape.envelope(of: root) }
}

extension RecordTape {
    fileprivate func envelope(of root: UInt32) -> RecordReader? {
        if let level = wraps.lastIndex(of: root) {
            return level > 0 ? RecordReader(tape: self, root: wraps[level - 1]) : nil
        }
        if let object = wraps.last { return RecordReader(tape: self, root: object) }
        guard let tape = surrounding.map(laid) else { return nil }
        return tape.wraps.last.map { RecordReader(tape: tape, root: $0) }
    }

    /// The envelope on a tape of its own, which shares the notes of this one.
    private func laid(_ envelope: JSONEnvelope) -> RecordTape {
        if let envelopeTape, laidEnvelope === envelope { return envelopeTape }
        let tape = RecordTape(input, source: source, depth: frameCapacity, notes: notes)
        tape.lay(envelope)
        (envelopeTape, laidEnvelope) = (tape, envelope)
        return tape
    }

    private func lay(_ envelope: JSONEnvelope) {
        let base = input.base + (envelope.levels.first?.object.start ?? 0)
        inputBase = base
        // What is wrong inside was said when the members were passed.
        duplicates = Self.toldDuplicates
        for level in envelope.levels {
            var names: Set<[UInt8]> = []
            var object = TapeNode(kind: .object)
            object.line = level.object.line
            object.column = UInt32(truncatingIfNeeded: level.object.start - level.object.lineStart + 1)
            wraps.append(append(object))
            guard name(wraps[wraps.count - 1], level.object) else { return close(wraps) }
            for member in level.members {
                let node = UInt32(truncatingIfNeeded: count)
                var scanner = JSONScanner(
                    input, from: member.start, to: member.end, line: member.line, lineStart: member.lineStart,
                    limits: envelope.limits)
                guard scanner.value(onto: self), name(node, member) else {
                    cut(nodes: Int(node))
                    continue
                }
                if !names.insert(nameBytes(of: nodes[Int(node)])).inserted {
                    nodes[Int(node)].traits.insert(.shadowed)
                }
            }
        }
        close(wraps)
    }

    /// Gives a node its key; `false` where that is out of a tape's reach.
    private func name(_ node: UInt32, _ member: JSONEnvelope.Member) -> Bool {
        guard member.end - (base - input.base) <= UInt32.max else { return false }
        setName(
            of: node,
            JSONStringPlace(
                start: input.base + member.keyStart, length: member.keyLength, isEscaped: member.isKeyEscaped))
        return true
    }

    private func close(_ objects: [UInt32]) {
        for object in objects { nodes[Int(object)].next = UInt32(truncatingIfNeeded: count) }
    }
}

internal import CLibXML2
internal import Diagnostics

extension XMLSource {
    typealias Attributes = UnsafeMutablePointer<UnsafePointer<xmlChar>?>

    func begin(_ local: Byte, _ prefix: Byte?, _ attributes: Attributes?, count: Int) {
        depth += 1
        if depth == 1 {
            hasRoot = true
            return
        }
        if !isReading, depth > reached + 2 { return }
        let tape = tape
        let name = names.entry(local, prefix, on: tape)
        if depth < recordDepth { return pass(name) }
        let start = startOffset(nameLength: Int(name.length))
        let line: UInt32
        let column: UInt32
        if let start {
            place.move(to: start)
            (line, column) = (place.line, place.column)
        } else {
            let here = current
            (line, column) = (here.line, UInt32(truncatingIfNeeded: here.offset + 1))
        }
        if depth == recordDepth {
            guard name.isRecord else { return countOther(name) }
            record = OpenRecord(
                origin: Origin(source: stream.source, line: line, column: column), start: start,
                node: UInt32(tape.count), arena: tape.arenaCount)
            isReading = true
            openArena = tape.arenaCount
            openNode = tape.count
        }
        let level = depth - recordDepth
        guard level < limits.depth else {
            return spoil(.tooDeep, "nested more than \(limits.depth) levels deep", line, column)
        }
        var node = TapeNode(kind: .element)
        node.fingerprint = name.fingerprint
        node.nameStart = name.start
        node.nameLength = name.length
        node.line = line
        node.column = column
        let index = tape.append(node)
        if level > 0 { tape.nodes[Int(tape.frames[level - 1].node)].traits.insert(.parent) }
        tape.frames[level].node = index
        if let attributes, count > 0 { add(attributes, count, to: index, line, column) }
        checkSize(line, column)
    }

    func end() {
        defer { depth -= 1 }
        if isReading {
            let index = Int(tape.frames[depth - recordDepth].node)
            tape.nodes[index].next = UInt32(truncatingIfNeeded: tape.count)
        }
        if depth == recordDepth {
            if let open = record { close(open) }
        } else if record == nil, reached > 0, depth == reached + 1 {
            reached -= 1
        }
    }

    func text(_ bytes: Byte, _ length: Int) {
        guard isReading else { return }
        let tape = tape
        let node = tape.nodes + Int(tape.frames[depth - recordDepth].node)
        // Between child elements: white space, or prose with markup in it, which is no field's text.
        if node.pointee.traits.contains(.parent) { return }
        if Int(node.pointee.length) + length > limits.value {
            let (line, column) = (node.pointee.line, node.pointee.column)
            return spoil(.valueTooLarge, "a text of more than \(limits.value) bytes", line, column)
        }
        let start = tape.store(bytes, length)
        if node.pointee.length == 0 { node.pointee.start = start }
        node.pointee.length &+= UInt32(truncatingIfNeeded: length)
        if tape.arenaCount - openArena > limits.record { checkSize(node.pointee.line, node.pointee.column) }
    }

    /// An entity that only a definition elsewhere could explain: its spelling stays in the text.
    func metEntity(_ name: Byte) {
        let spelling = "&" + String(cString: name) + ";"
        let bytes = Array(spelling.utf8)
        bytes.withUnsafeBufferPointer { buffer in
            if let start = buffer.baseAddress { text(start, buffer.count) }
        }
        remarks += 1
        guard remarks <= limits.remarks else { return }
        let message = "the entity `\(spelling)` is not known here; it stays as it is written"
        entries.append(.remark(Diagnostic(.entityRefused, message, at: current.origin(in: stream.source))))
    }

    private func add(_ attributes: Attributes, _ count: Int, to element: UInt32, _ line: UInt32, _ column: UInt32) {
        let tape = tape
        for index in 0..<count {
            let five = attributes + index * 5
            guard let local = five[0], let from = five[3], let to = five[4] else { continue }
            guard to - from <= limits.value else {
                return spoil(.valueTooLarge, "an attribute of \(to - from) bytes", line, column)
            }
            let name = names.entry(local, five[1], on: tape)
            var node = TapeNode(kind: .attribute)
            node.fingerprint = name.fingerprint
            node.nameStart = name.start
            node.nameLength = name.length
            node.line = line
            node.column = column
            if Syntax.place(of: 0x26, from: from, to: to) < to {
                let bytes = Self.withAmpersands(from, to)
                node.length = UInt32(truncatingIfNeeded: bytes.count)
                node.start = bytes.withUnsafeBufferPointer { $0.baseAddress.map { tape.store($0, bytes.count) } ?? 0 }
            } else {
                node.length = UInt32(truncatingIfNeeded: to - from)
                node.start = tape.store(from, to - from)
            }
            let place = tape.append(node)
            tape.nodes[Int(place)].next = place &+ 1
        }
    }

    /// In attributes libxml2 hands over every resolved `&` as `&#38;`, to tell it from entities it left alone.
    static func withAmpersands(_ from: Byte, _ to: Byte) -> [UInt8] {
        let mark: [UInt8] = [0x26, 0x23, 0x33, 0x38, 0x3B]
        var out: [UInt8] = []
        var at = from
        while at < to {
            out.append(at.pointee)
            let isMark =
                at.pointee == 0x26 && UnsafeBufferPointer(start: at, count: min(5, to - at)).elementsEqual(mark)
            at += isMark ? 5 : 1
        }
        return out
    }

    /// Where the start tag that was just read begins.
    private func startOffset(nameLength: Int) -> Int? {
        guard let offset, offset <= inputCount else { return nil }
        let base = inputBase
        var at = offset - nameLength - 1
        if at >= 0, base[at] == 0x3C { return at }
        at = offset - 1
        while at >= place.offset, base[at] != 0x3C { at -= 1 }
        return at >= place.offset && base[at] == 0x3C ? at : nil
    }

    private func checkSize(_ line: UInt32, _ column: UInt32) {
        guard isReading else { return }
        let tape = tape
        if tape.arenaCount - openArena > limits.record {
            spoil(.recordTooLarge, "a record of more than \(limits.record) bytes", line, column)
        } else if tape.count - openNode > limits.values {
            spoil(.recordTooLarge, "a record of more than \(limits.values) elements", line, column)
        }
    }

    /// Finds a fault in the open record; the rest of it is passed over.
    private func spoil(_ code: DiagnosticCode, _ message: String, _ line: UInt32, _ column: UInt32) {
        guard isReading, var open = record else { return }
        isReading = false
        let origin = Origin(source: stream.source, line: line, column: column)
        open.fault = Diagnostic(code, message, at: origin)
        if open.start == nil {
            for level in 0..<min(depth - recordDepth + 1, tape.frameCapacity) {
                tape.nodes[Int(tape.frames[level].node)].next = UInt32(truncatingIfNeeded: tape.count)
            }
            open.copy = Array(tape.xmlSpelling(of: open.node).utf8)
        }
        tape.cut(nodes: Int(open.node))
        names.epoch += 1
        record = open
    }

    private func close(_ open: OpenRecord) {
        defer { handOver() }
        record = nil
        isReading = false
        var bytes: Range<Int>?
        if let start = open.start, let end = offset, end >= start, end <= inputCount { bytes = start..<end }
        if let end = bytes?.upperBound {
            place.move(to: end)
            lastEnd = place.place
        }
        guard let fault = open.fault else {
            if let bytes, bytes.count > limits.record {
                let message = "a record of \(bytes.count) bytes, where \(limits.record) are the limit"
                let diagnostic = Diagnostic(.recordTooLarge, message, at: open.origin)
                entries.append(.reject(diagnostic, open.origin, .place(stream.input, bytes), isRecord: true))
                tape.cut(nodes: Int(open.node))
                return
            }
            tape.places.append(RecordTape.RecordPlace(root: open.node, bytes: bytes))
            entries.append(.record(open.node))
            return
        }
        let text = bytes.map { RejectedText.place(stream.input, $0) } ?? .copy(open.copy ?? [])
        entries.append(.reject(fault, open.origin, text, isRecord: true))
    }

    /// An element above the level of the records: on the way to them, or passed over with all that is in it.
    private func pass(_ name: XMLNames.Entry) {
        let start = tape.base + Int(name.start)
        if UnsafeBufferPointer(start: start, count: Int(name.length)).elementsEqual(below[depth - 2]) { reached += 1 }
    }

    private func countOther(_ name: XMLNames.Entry) {
        let start = tape.base + Int(name.start)
        let spelling = String(decoding: UnsafeBufferPointer(start: start, count: Int(name.length)), as: UTF8.self)
        let known = otherElements[spelling] != nil || otherElements.count < 1_000
        otherElements[known ? spelling : "…", default: 0] += 1
    }
}

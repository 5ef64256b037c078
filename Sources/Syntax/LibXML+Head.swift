internal import CLibXML2
internal import Diagnostics

/// What a parser met in an input's first bytes: its elements go onto a tape.
private final class HeadListener {
    var head = XMLHead(root: "")
    let tape: RecordTape
    var depth = 0
    var doctype: String?
    var parser: xmlParserCtxtPtr?
    private var children = 0

    init(_ input: InputText) {
        tape = RecordTape(input, source: SourceID(0), depth: ReadingLimits.standard.depth)
    }

    func begin(_ name: String, _ attributes: [(name: String, value: [UInt8])]) {
        depth += 1
        switch depth {
        case 1:
            head.root = name
            for (name, value) in attributes { head.rootAttributes[name] = String(decoding: value, as: UTF8.self) }
        case 2:
            if head.children.count < 100, !head.children.contains(name) { head.children.append(name) }
            children += 1
        case 3:
            if children == 1, head.fields.count < 500, !head.fields.contains(name) { head.fields.append(name) }
        default: break
        }
        guard depth <= tape.frameCapacity else { return }
        if depth > 1 { open(depth - 1).pointee.traits.insert(.parent) }
        tape.frames[depth - 1].node = lay(.element, name)
        for (name, value) in attributes {
            // In this order: laying a node may move them all.
            let node = Int(lay(.attribute, name))
            (tape.nodes[node].start, tape.nodes[node].length) = store(value)
        }
    }

    func text(_ bytes: Byte, _ length: Int) {
        guard depth > 0, depth <= tape.frameCapacity else { return }
        let node = open(depth)
        guard !node.pointee.traits.contains(.parent) else { return }
        let start = tape.store(bytes, length)
        if node.pointee.length == 0 { node.pointee.start = start }
        node.pointee.length &+= UInt32(truncatingIfNeeded: length)
    }

    func end() {
        if depth <= tape.frameCapacity { open(depth).pointee.next = UInt32(truncatingIfNeeded: tape.count) }
        depth -= 1
    }

    /// The element that is open on a level, counted from 1.
    private func open(_ level: Int) -> UnsafeMutablePointer<TapeNode> {
        tape.nodes + Int(tape.frames[level - 1].node)
    }

    private func lay(_ kind: TapeNode.Kind, _ name: String) -> UInt32 {
        var node = TapeNode(kind: kind)
        node.fingerprint = FieldStep(name).fingerprint
        (node.nameStart, node.nameLength) = store(Array(name.utf8))
        let index = tape.append(node)
        tape.nodes[Int(index)].next = index &+ 1
        return index
    }

    private func store(_ bytes: [UInt8]) -> (UInt32, UInt32) {
        let start = bytes.withUnsafeBufferPointer { $0.baseAddress.map { tape.store($0, bytes.count) } ?? 0 }
        return (start, UInt32(truncatingIfNeeded: bytes.count))
    }
}

extension LibXML {
    /// `nil` where no root element begins.
    static func head(of input: InputText) -> (XMLHead, HeadSample)? {
        let listener = HeadListener(input)
        prepare()
        var handler = headHandler()
        guard let parser = xmlCreatePushParserCtxt(&handler, Unmanaged.passUnretained(listener).toOpaque(), nil, 0, nil)
        else { return nil }
        defer { xmlFreeParserCtxt(parser) }
        listener.parser = parser
        forbid(parser)
        silently {
            let bytes = UnsafeRawPointer(input.base).assumingMemoryBound(to: CChar.self)
            xmlParseChunk(parser, bytes, Int32(min(input.count, ExportHead.size)), 0)
        }
        while listener.depth > 0 { listener.end() }
        if listener.head.root.isEmpty, let doctype = listener.doctype { listener.head.root = doctype }
        guard !listener.head.root.isEmpty else { return nil }
        let roots: [UInt32] = listener.tape.count > 0 ? [0] : []
        return (listener.head, HeadSample(tape: listener.tape, roots: roots))
    }

    private static func headHandler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { context, local, prefix, _, _, _, count, _, attributes in
            guard let listener = LibXML.listener(context), let local else { return }
            var pairs: [(name: String, value: [UInt8])] = []
            if let attributes {
                for index in 0..<Int(count) {
                    let five = attributes + index * 5
                    guard let name = five[0], let from = five[3], let to = five[4] else { continue }
                    let value = XMLSource.withAmpersands(from, from + min(to - from, 1_024))
                    pairs.append((qualified(name, five[1]), value))
                }
            }
            listener.begin(qualified(local, prefix), pairs)
        }
        handler.endElementNs = { context, _, _, _ in LibXML.listener(context)?.end() }
        handler.characters = { context, text, length in
            if let text { LibXML.listener(context)?.text(text, Int(length)) }
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.internalSubset = { context, name, _, _ in
            guard let listener = LibXML.listener(context), let name else { return }
            listener.doctype = String(cString: name)
            if let parser = listener.parser, parser.pointee.input?.pointee.cur?.pointee == 0x5B {
                xmlStopParser(parser)
            }
        }
        handler.getEntity = { _, _ in nil }
        handler.getParameterEntity = { _, _ in nil }
        handler.serror = { _, _ in }
        return handler
    }

    private static func listener(_ context: UnsafeMutableRawPointer?) -> HeadListener? {
        context.map { Unmanaged<HeadListener>.fromOpaque($0).takeUnretainedValue() }
    }
}

/// A name as the file writes it.
private func qualified(_ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?) -> String {
    (prefix.map { String(cString: $0) + ":" } ?? "") + String(cString: local)
}

internal import CLibXML2

/// What a parser met in an input's first bytes.
private final class HeadListener {
    var head = XMLHead(root: "")
    var depth = 0
    var doctype: String?
    var parser: xmlParserCtxtPtr?

    func begin(_ name: String, _ attributes: [String: String]) {
        depth += 1
        switch depth {
        case 1:
            head.root = name
            head.rootAttributes = attributes
        case 2:
            if head.children.count < 100, !head.children.contains(name) { head.children.append(name) }
            isFirst = children == 0
            children += 1
        case 3:
            if isFirst, head.fields.count < 500, !head.fields.contains(name) { head.fields.append(name) }
        default: break
        }
    }

    private var children = 0
    private var isFirst = false
}

extension LibXML {
    static func head(of input: InputText) -> XMLHead? {
        let listener = HeadListener()
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
        if listener.head.root.isEmpty, let doctype = listener.doctype { listener.head.root = doctype }
        return listener.head.root.isEmpty ? nil : listener.head
    }

    private static func headHandler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { context, local, prefix, _, _, _, count, _, attributes in
            guard let context, let local else { return }
            let listener = Unmanaged<HeadListener>.fromOpaque(context).takeUnretainedValue()
            var pairs: [String: String] = [:]
            if listener.depth == 0, let attributes {
                for index in 0..<Int(count) {
                    let five = attributes + index * 5
                    guard let name = five[0], let from = five[3], let to = five[4] else { continue }
                    let value = UnsafeBufferPointer(start: from, count: min(to - from, 1_024))
                    pairs[qualified(name, five[1])] = String(decoding: value, as: UTF8.self)
                }
            }
            listener.begin(qualified(local, prefix), pairs)
        }
        handler.endElementNs = { context, _, _, _ in
            guard let context else { return }
            Unmanaged<HeadListener>.fromOpaque(context).takeUnretainedValue().depth -= 1
        }
        handler.internalSubset = { context, name, _, _ in
            guard let context, let name else { return }
            let listener = Unmanaged<HeadListener>.fromOpaque(context).takeUnretainedValue()
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
}

/// A name as the file writes it.
private func qualified(_ local: UnsafePointer<xmlChar>, _ prefix: UnsafePointer<xmlChar>?) -> String {
    (prefix.map { String(cString: $0) + ":" } ?? "") + String(cString: local)
}

internal import CLibXML2

/// libxml2, set up so that it fetches nothing, resolves nothing and prints nothing.
enum LibXML {
    private static let start: Void = {
        xmlInitParser()
        xmlSetExternalEntityLoader { _, _, _ in nil }
    }()

    /// Starts the library once, and shuts the door to other files.
    static func prepare() { _ = start }

    /// A push parser that calls a source's functions. The source must outlive it.
    static func parser(for source: XMLSource) -> xmlParserCtxtPtr? {
        prepare()
        var handler = handler()
        return xmlCreatePushParserCtxt(&handler, Unmanaged.passUnretained(source).toOpaque(), nil, 0, nil)
    }

    /// No network; and by what is left out here: no entities, no external definitions, no includes, no repairs.
    static func forbid(_ parser: xmlParserCtxtPtr) {
        xmlCtxtUseOptions(parser, Int32(bitPattern: XML_PARSE_NONET.rawValue))
    }

    /// Errors that belong to no parser (a conversion that fails) would go to standard error: this thread keeps quiet. libxml2
    /// keeps this setting per thread.
    static func silently(_ body: () -> Void) {
        debrief_silence_xml()
        xmlSetStructuredErrorFunc(nil) { _, _ in }
        body()
        xmlSetStructuredErrorFunc(nil, nil)
    }

    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { context, local, prefix, _, _, _, count, _, attributes in
            guard let local else { return }
            LibXML.call(context) { $0.begin(local, prefix, attributes, count: Int(count)) }
        }
        handler.endElementNs = { context, _, _, _ in LibXML.call(context) { $0.end() } }
        handler.characters = { context, text, length in
            if let text { LibXML.call(context) { $0.text(text, Int(length)) } }
        }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        handler.reference = { context, name in
            if let name { LibXML.source(context)?.metEntity(name) }
        }
        handler.internalSubset = { context, name, _, _ in
            LibXML.source(context)?.metDoctype(name.map { String(cString: $0) } ?? "")
        }
        handler.entityDecl = { context, _, _, _, _, _ in
            guard let source = LibXML.source(context) else { return }
            source.refuse(source.current)
        }
        handler.getEntity = { _, _ in nil }
        handler.getParameterEntity = { _, _ in nil }
        handler.serror = { context, error in
            guard let source = LibXML.source(context), let error else { return }
            source.heard(error.pointee)
        }
        return handler
    }

    /// For what is called millions of times: without counting a reference to the source.
    @inline(__always)
    private static func call(_ context: UnsafeMutableRawPointer?, _ body: (XMLSource) -> Void) {
        guard let context else { return }
        Unmanaged<XMLSource>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
    }

    @inline(__always)
    private static func source(_ context: UnsafeMutableRawPointer?) -> XMLSource? {
        context.map { Unmanaged<XMLSource>.fromOpaque($0).takeUnretainedValue() }
    }
}

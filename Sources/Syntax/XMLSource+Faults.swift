internal import CLibXML2
internal import Diagnostics

/// What a parser died of, and where.
struct XMLFatal {
    var code: DiagnosticCode
    var message: String
    var place: InputPlace
}

extension XMLSource {
    /// Where the parser stands in the input; `nil` where the input is recoded on its way, so that bytes do not match.
    var offset: Int? {
        guard let input = parser?.pointee.input, let cur = input.pointee.cur, let base = input.pointee.base,
            let buffer = input.pointee.buf, buffer.pointee.encoder == nil
        else { return nil }
        return Int(input.pointee.consumed) + (cur - base)
    }

    /// Where the parser stands, as well as it can be told.
    var current: InputPlace {
        if let offset {
            place.move(to: offset)
            return InputPlace(offset: offset, line: place.line, lineStart: place.lineStart)
        }
        guard let input = parser?.pointee.input else { return place.place }
        return InputPlace(
            offset: Int(input.pointee.col) - 1, line: UInt32(truncatingIfNeeded: input.pointee.line), lineStart: 0)
    }

    /// One of libxml2's errors.
    func heard(_ error: xmlError) {
        guard fatal == nil else { return }
        let words = error.message.map { String(cString: $0) } ?? "unknown error"
        let message = words.split(separator: "\n").joined(separator: ": ")
        let here = current
        if error.domain == Int32(XML_FROM_NAMESPACE.rawValue) {
            remarks += 1
            guard remarks <= stream.limits.remarks else { return }
            entries.append(.remark(Diagnostic(.xmlNamespace, message, at: here.origin(in: stream.source))))
            return
        }
        guard error.level == XML_ERR_FATAL else { return }
        fatal = XMLFatal(code: code(of: error), message: message, place: here)
        if fatal?.code == .truncated { fatal?.message = "the file ends before its elements are closed" }
    }

    private func code(of error: xmlError) -> DiagnosticCode {
        switch UInt32(bitPattern: error.code) {
        case XML_ERR_UNSUPPORTED_ENCODING.rawValue, XML_ERR_INVALID_ENCODING.rawValue,
            XML_ERR_UNKNOWN_ENCODING.rawValue,
            XML_I18N_CONV_FAILED.rawValue:
            .encoding
        case XML_ERR_INVALID_CHAR.rawValue:
            isBrokenCharacter ? .encoding : .xmlSyntax
        case XML_ERR_TAG_NAME_MISMATCH.rawValue:
            .xmlSyntax
        case XML_ERR_TAG_NOT_FINISHED.rawValue, XML_ERR_DOCUMENT_END.rawValue:
            isCutOff ? .truncated : .xmlSyntax
        default:
            isCutOff && isAtEnd ? .truncated : .xmlSyntax
        }
    }

    /// Whether the bytes here are no UTF-8, rather than a character that XML forbids.
    private var isBrokenCharacter: Bool {
        guard let offset, offset < stream.input.count else { return false }
        let place = stream.input.base + offset
        return place.pointee >= 0x80
            && UTF8Sequence.length(at: place, before: stream.input.base + stream.input.count) == 0
    }

    /// Whether the input has ended with elements open. The parser looks ahead, so an error of another kind may lie
    /// before the end.
    private var isCutOff: Bool { isTerminating && (depth > 0 || !hasRoot) && hasContent }

    private var isAtEnd: Bool {
        guard let input = parser?.pointee.input, let cur = input.pointee.cur, let end = input.pointee.end else {
            return true
        }
        return cur >= end
    }

    /// Whether the input began as XML at all.
    private var hasContent: Bool {
        stream.input.bytes.prefix(64).contains(0x3C)
    }

    /// Rejects what was not closed before the parser died, and all behind it.
    func reject(_ fatal: XMLFatal) {
        let origin = fatal.place.origin(in: stream.source)
        let diagnostic = Diagnostic(
            fatal.code, fatal.message, at: origin,
            help: fatal.code == .doctypeRefused ? "remove the document type declaration if you trust the rest" : nil)
        let begin = record?.origin ?? lastEnd.origin(in: stream.source)
        let start = record?.start ?? lastEnd.offset
        let text = RejectedText.place(stream.input, min(start, stream.input.count)..<stream.input.count)
        entries.append(.reject(diagnostic, begin, text, isRecord: record != nil))
        record = nil
    }

    /// A document type declaration, when its name and external id have been read.
    func metDoctype(_ name: String) {
        let hasSubset = parser?.pointee.input?.pointee.cur?.pointee == 0x5B
        let here = current
        guard hasSubset else {
            let message = "the document type `\(name)` is not looked up"
            entries.append(.remark(Diagnostic(.doctypeIgnored, message, at: here.origin(in: stream.source))))
            return
        }
        refuse(here)
    }

    func refuse(_ here: InputPlace) {
        guard fatal == nil else { return }
        fatal = XMLFatal(
            code: .doctypeRefused, message: "a document type declaration with content of its own", place: here)
        if let parser { xmlStopParser(parser) }
    }
}

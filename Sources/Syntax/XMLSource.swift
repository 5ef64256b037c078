internal import CLibXML2
internal import Diagnostics

/// Reads an XML input with libxml2's streaming parser and lays the records onto tapes, batch by batch.
///
/// It lives within one task. Nothing is fetched, no entity is resolved, nothing is printed.
final class XMLSource {
    let stream: RecordStream
    // The stream's own, at hand without counting references: they are asked for at every tag.
    let limits: ReadingLimits
    let inputBase: Byte
    let inputCount: Int
    let pool: TapePool
    let encoding: XMLEncoding
    /// `nil` where memory is at an end.
    var parser: xmlParserCtxtPtr?
    private var fed = 0
    private var isFinished = false
    private var ready: [XMLBatch] = []

    // The batch that is being filled.
    var tape: RecordTape
    var entries: [XMLEntry] = []
    var names: XMLNames
    /// The names on the way from the root's children to the records, and how many levels deep records stand.
    let below: [[UInt8]]
    let recordDepth: Int
    /// How many of these names are open, one in the other.
    var reached = 0

    // Where the parser stands.
    var place: LinePlace
    var depth = 0
    var record: OpenRecord?
    /// Whether a record is open that goes onto the tape, and where on it it began.
    var isReading = false
    var openArena = 0
    var openNode = 0
    /// How many times entities and namespaces were spoken of: beyond a limit they are not.
    var remarks = 0
    var otherElements: [String: Int] = [:]
    /// Where the last record ended: what is lost begins here.
    var lastEnd = InputPlace()
    /// What the parser died of.
    var fatal: XMLFatal?
    var isTerminating = false
    var hasRoot = false

    /// A record whose end has not been met.
    struct OpenRecord {
        var origin: Origin
        var start: Int?
        var node: UInt32
        var arena: Int
        /// Why it is rejected; its rest is passed over.
        var fault: Diagnostic?
        /// Its text as far as it was laid onto the tape, where its bytes cannot be quoted.
        var copy: [UInt8]?
    }

    init(_ stream: RecordStream, pool: TapePool, elements: [String], below: [String], encoding: XMLEncoding) {
        self.stream = stream
        limits = stream.limits
        inputBase = stream.input.base
        inputCount = stream.input.count
        self.pool = pool
        self.encoding = encoding
        tape = pool.take()
        names = XMLNames(records: elements)
        self.below = below.map { Array($0.utf8) }
        recordDepth = below.count + 2
        place = LinePlace(stream.input)
        parser = LibXML.parser(for: self)
        if let parser { LibXML.forbid(parser) }
    }

    deinit {
        if let parser { xmlFreeParserCtxt(parser) }
    }

    /// Bytes that the parser is given at a time: it fails on single pieces beyond 10 MB.
    private static let chunk = 128 << 10

    func nextBatch() -> XMLBatch? {
        while ready.isEmpty, !isFinished { feed() }
        return ready.isEmpty ? nil : ready.removeFirst()
    }

    /// Closes the batch when it is full. No record is open then, so none is torn.
    func handOver(isLast: Bool = false) {
        guard isLast ? !entries.isEmpty : tape.arenaCount >= 512 << 10 || entries.count >= 4_096 else { return }
        ready.append(XMLBatch(tape: tape, entries: entries, end: lastEnd))
        entries = []
        tape = pool.take()
        names.epoch += 1
    }

    private func feed() {
        guard let parser else {
            fatal = XMLFatal(code: .xmlSyntax, message: "there is no memory left to read it", place: place.place)
            return finish()
        }
        let input = stream.input
        var size = min(Self.chunk, input.count - fed)
        var zero: Int?
        if !encoding.allowsZeros, size > 0 {
            let start = input.base + fed
            let found = Syntax.place(of: 0, from: start, to: start + size)
            if found < start + size {
                size = found - start
                zero = fed + size
            }
        }
        LibXML.silently {
            if size > 0 {
                let bytes = UnsafeRawPointer(input.base + fed).assumingMemoryBound(to: CChar.self)
                let status = xmlParseChunk(parser, bytes, Int32(size), 0)
                fed += size
                checkAlive(status)
            }
            if zero == nil, fed == input.count, fatal == nil {
                isTerminating = true
                checkAlive(xmlParseChunk(parser, nil, 0, 1))
            }
        }
        if fatal == nil, let zero {
            place.move(to: zero)
            fatal = XMLFatal(
                code: .encoding, message: "a zero byte stands here, which no XML text can hold", place: place.place)
        }
        if fatal != nil || isTerminating { finish() }
    }

    /// The parser stops without a word where the input cannot be recoded.
    private func checkAlive(_ status: Int32) {
        guard fatal == nil, let parser, parser.pointee.disableSAX != 0 else { return }
        let isEncoding = UInt32(bitPattern: status) == XML_ERR_INVALID_ENCODING.rawValue
        let message =
            isEncoding ? "bytes stand here that are not in the file's encoding" : "it cannot be read from here on"
        fatal = XMLFatal(code: isEncoding ? .encoding : .xmlSyntax, message: message, place: current)
    }

    private func finish() {
        isFinished = true
        let isOpen = depth > 0 || !hasRoot
        if fatal == nil, isOpen || parser?.pointee.wellFormed == 0 {
            fatal = XMLFatal(
                code: isOpen ? .truncated : .xmlSyntax, message: "the file ends before it is complete",
                place: place.place)
        }
        if let fatal { reject(fatal) }
        handOver(isLast: true)
    }
}

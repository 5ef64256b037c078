internal import Diagnostics

/// One record, or a batch of them, as a flat row of nodes over their text. Its storage is used again and again.
// `@unchecked`: a tape is filled by one task and then handed over whole to one other; no two hold it at a time, but for
// the tape of a head, at which nobody changes anything.
final class RecordTape: @unchecked Sendable {
    private(set) var nodes: UnsafeMutablePointer<TapeNode>
    private(set) var count = 0
    private var capacity: Int

    /// Text of its own, for syntaxes whose words do not stand in the input as they mean.
    private(set) var arena: UnsafeMutablePointer<UInt8>
    private(set) var arenaCount = 0
    private var arenaCapacity: Int

    /// What the nodes' places count from: the input itself (JSON), or `nil` for the arena.
    var inputBase: Byte?
    let input: InputText
    let source: SourceID
    let notes: ReadingNotes
    let joints = FieldJoints()

    /// The open containers while the tape is filled.
    let frames: UnsafeMutablePointer<Frame>
    let frameCapacity: Int

    /// By depth: the open object with more than 512 members, and their names.
    var wideNames: [Int: (node: UInt32, names: Set<[UInt8]>)] = [:]
    /// Members of the record whose name an earlier one has.
    var duplicates = 0

    /// Where the XML records of a batch stand in the input: their element's node and, where it is known, their bytes.
    var places: [RecordPlace] = []

    /// CSV: where the columns are found that fields name.
    var finder: ColumnFinder?
    /// What cells with the trait `recoded` are spelled in.
    var encoding = TextEncoding.utf8

    /// Where the search for the next field begins: fields are mostly asked for in the order in which they stand.
    var hintParent: UInt32 = .max
    var hint: UInt32 = 0

    /// The objects on this tape around the record that is read, outermost first.
    var wraps: [UInt32] = []
    /// The objects around the record in the input; they are laid onto a tape of their own when somebody asks.
    var surrounding: JSONEnvelope?
    var envelopeTape: RecordTape?
    var laidEnvelope: JSONEnvelope?

    /// An object, array or element that is still open.
    struct Frame {
        var node: UInt32 = 0
        var members: UInt32 = 0
        /// Which of 256 bits the fingerprints of the names so far have set.
        var seen: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    }

    struct RecordPlace {
        var root: UInt32
        var bytes: Range<Int>?
    }

    init(_ input: InputText, source: SourceID, depth: Int, notes: ReadingNotes = ReadingNotes()) {
        self.input = input
        self.source = source
        self.notes = notes
        capacity = 256
        nodes = .allocate(capacity: 256)
        arenaCapacity = 64
        arena = .allocate(capacity: 64)
        frameCapacity = depth
        frames = .allocate(capacity: depth + 1)
        frames.initialize(repeating: Frame(), count: depth + 1)
    }

    deinit {
        nodes.deallocate()
        arena.deallocate()
        frames.deallocate()
    }

    var base: Byte { inputBase ?? Byte(arena) }

    /// Empties the tape, and keeps its storage.
    func clear() {
        count = 0
        arenaCount = 0
        hintParent = .max
        duplicates = 0
        if !wraps.isEmpty { wraps.removeAll(keepingCapacity: true) }
        if !wideNames.isEmpty { wideNames = [:] }
        if !places.isEmpty { places.removeAll(keepingCapacity: true) }
    }

    @inline(__always)
    func append(_ node: TapeNode) -> UInt32 {
        if count == capacity { grow() }
        (nodes + count).initialize(to: node)
        count &+= 1
        return UInt32(truncatingIfNeeded: count &- 1)
    }

    /// Takes back all nodes from a place on: a record that turned out to be rejected.
    func cut(nodes: Int) { count = min(count, nodes) }

    private func grow() {
        let wider = UnsafeMutablePointer<TapeNode>.allocate(capacity: capacity * 2)
        wider.moveInitialize(from: nodes, count: count)
        nodes.deallocate()
        nodes = wider
        capacity *= 2
    }

    /// Adds text to the arena and says where it begins.
    func store(_ text: Byte, _ length: Int) -> UInt32 {
        if arenaCount + length > arenaCapacity {
            let wanted = max(arenaCapacity * 2, arenaCount + length)
            let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
            wider.update(from: arena, count: arenaCount)
            arena.deallocate()
            arena = wider
            arenaCapacity = wanted
        }
        (arena + arenaCount).update(from: text, count: length)
        arenaCount += length
        return UInt32(truncatingIfNeeded: arenaCount - length)
    }
}

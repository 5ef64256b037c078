extension RecordReader {
    /// Where the bytes of the record stand in its input, from its first to its last; `nil` for XML in an encoding whose
    /// bytes cannot be told.
    package var place: Range<Int>? {
        if case .place(_, let range, _) = tape.text(ofRecord: root) { return range }
        return nil
    }

    /// Where the record begins.
    package var beginning: Origin { origin(of: root, "") }
}

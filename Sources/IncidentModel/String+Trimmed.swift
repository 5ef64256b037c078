extension String {
    /// Without white space at its ends; `nil` where nothing is left.
    package var trimmed: String? {
        let head = drop { $0.isWhitespace }
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(head[...last])
    }
}

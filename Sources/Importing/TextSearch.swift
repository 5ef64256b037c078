extension String {
    /// Where a text of ASCII stands first.
    func firstPlace(of text: String) -> Index? {
        let wanted = Array(text.utf8)
        guard let first = wanted.first else { return startIndex }
        var at = utf8.startIndex
        while at < utf8.endIndex {
            if utf8[at] == first, utf8[at...].starts(with: wanted) { return at }
            at = utf8.index(after: at)
        }
        return nil
    }
}

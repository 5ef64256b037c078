/// What may stand in the style of a page: nothing that ends it or loads anything.
enum StyleSheet {
    /// What is wrong with a style sheet, in words; `nil` where nothing is.
    static func fault(in text: String) -> String? {
        let small = text.lowercased()
        let banned = [
            "<", "\\", "@import", "@charset", "@namespace", "@font-face", "url(", "src(", "image(", "expression(",
        ]
        return banned.first { small.contains($0) }.map { "it holds \"\($0)\"" }
    }
}

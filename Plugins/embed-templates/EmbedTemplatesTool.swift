import Foundation

/// `embed-templates OUTPUT ROOT FILE…`: writes the files below ROOT into OUTPUT as one Swift dictionary.
@main
struct EmbedTemplatesTool {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else {
            FileHandle.standardError.write(Data("usage: embed-templates OUTPUT ROOT FILE…\n".utf8))
            exit(64)
        }
        let root = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
        var entries = ""
        for path in arguments.dropFirst(3) {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let name = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
            entries += "        \(literal(name)): \(literal(text)),\n"
        }
        let source = """
            extension BuiltInTemplates {
                package static let files: [String: String] = [
            \(entries)    ]
            }

            """
        try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
    }

    /// A raw string literal with more `#` than the text has behind any quote.
    static func literal(_ text: String) -> String {
        var longest = 0
        var run = 0
        for character in text.unicodeScalars {
            run = character == "#" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "#", count: longest + 1)
        if text.contains("\n") {
            return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
        }
        return "\(fence)\"\(text)\"\(fence)"
    }
}

import CCmarkGFM
import Synchronization

/// A page as a person left it, read back: its front matter and its tables, each with its line.
package struct MarkdownPage: Sendable, Equatable {
    /// The plain values at the top level of its front matter, by key.
    package let frontMatter: [String: Value]
    /// In the order of the page.
    package let tables: [Table]

    package struct Value: Sendable, Equatable {
        package var text: String
        /// From 1.
        package var line: Int
    }

    package struct Table: Sendable, Equatable {
        /// The headings that it stands below, outermost first, in plain words.
        package var headings: [String]
        package var header: [String]
        package var rows: [Row]
    }

    /// The words of its cells, without Markdown: white space is folded, and markup is gone.
    package struct Row: Sendable, Equatable {
        package var line: Int
        package var cells: [String]
    }

    package init(_ markdown: String) {
        let body = FrontMatter.removed(from: markdown)
        let head = markdown[..<body.startIndex]
        frontMatter = FrontMatter.values(in: head)
        let above = head.utf8.count { $0 == UInt8(ascii: "\n") }
        tables = MarkdownTree.tables(in: body, linesAbove: above)
    }
}

extension FrontMatter {
    /// `key: value` at the beginning of a line; anything deeper or of another shape is passed over.
    fileprivate static func values(in head: Substring) -> [String: MarkdownPage.Value] {
        var values: [String: MarkdownPage.Value] = [:]
        for (number, line) in head.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let first = line.utf8.first, MarkdownToken.isAlphanumeric(first),
                let colon = line.firstIndex(of: ":")
            else { continue }
            let key = String(line[..<colon])
            let text = scalar(line[line.index(after: colon)...])
            guard !text.isEmpty, values[key] == nil else { continue }
            values[key] = MarkdownPage.Value(text: text, line: number + 1)
        }
        return values
    }

    /// A plain or quoted scalar of YAML on one line.
    private static func scalar(_ text: Substring) -> String {
        let text = trimmed(text)
        switch text.first {
        case "'":
            let inner = text.dropFirst()
            return (inner.last == "'" ? inner.dropLast() : inner).split(
                separator: "''", omittingEmptySubsequences: false
            )
            .joined(separator: "'")
        case "\"": return unescaped(text.dropFirst())
        default:
            var end = text.endIndex
            var last: Character?
            for index in text.indices {
                if text[index] == "#", last == " " || last == "\t" {
                    end = index
                    break
                }
                last = text[index]
            }
            return String(trimmed(text[..<end]))
        }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0.isWhitespace }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return text
    }

    /// Up to the closing quote, with the escapes that JSON and YAML share.
    private static func unescaped(_ text: Substring) -> String {
        var out = String.UnicodeScalarView()
        var rest = text.unicodeScalars.makeIterator()
        while let scalar = rest.next(), scalar != "\"" {
            guard scalar == "\\" else {
                out.append(scalar)
                continue
            }
            switch rest.next() {
            case "u":
                var digits = ""
                for _ in 0..<4 { if let digit = rest.next() { digits.unicodeScalars.append(digit) } }
                if let found = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) { out.append(found) }
            case "n", "t", "r": out.append(" ")
            case let other?: out.append(other)
            case nil: break
            }
        }
        return String(out)
    }
}

extension MarkdownTree {
    /// Every table, with the headings above it. Not to be called twice at once.
    fileprivate static func tables(in markdown: Substring, linesAbove: Int) -> [MarkdownPage.Table] {
        withTree(of: markdown) { root in
            var headings: [(level: Int, words: String)] = []
            var tables: [MarkdownPage.Table] = []
            for node in nodes(of: root) {
                if cmark_node_get_type(node) == CMARK_NODE_HEADING {
                    let level = Int(cmark_node_get_heading_level(node))
                    headings.removeAll { $0.level >= level }
                    headings.append((level, folded(words(of: node))))
                }
                switch type(of: node) {
                case "table": tables.append(MarkdownPage.Table(headings: headings.map(\.words), header: [], rows: []))
                case "table_header" where !tables.isEmpty:
                    tables[tables.count - 1].header = cells(of: node)
                case "table_row" where !tables.isEmpty:
                    let line = Int(cmark_node_get_start_line(node)) + linesAbove
                    tables[tables.count - 1].rows.append(MarkdownPage.Row(line: line, cells: cells(of: node)))
                default: continue
                }
            }
            return tables
        } ?? []
    }

    private static func type(of node: OpaquePointer) -> String { String(cString: cmark_node_get_type_string(node)) }

    private static func cells(of row: OpaquePointer) -> [String] {
        var cells: [String] = []
        var cell = cmark_node_first_child(row)
        while let node = cell {
            cells.append(folded(words(of: node)))
            cell = cmark_node_next(node)
        }
        return cells
    }

    private static func folded(_ text: String) -> String { text.split { $0.isWhitespace }.joined(separator: " ") }
}

import Diagnostics
import IncidentModel
import Syntax

extension RecordReader {
    /// The names of what a record lists as affected, in one line: up to three, and dots for more. Each name once.
    func names(in list: FieldPath, under name: FieldPath = "name") -> Sourced<String>? {
        var known: Set<String> = []
        var names: [Sourced<String>] = []
        for element in self.list(list).prefix(1000) {
            if let text = element.text(name), known.insert(text.value).inserted { names.append(text) }
        }
        guard let first = names.first else { return nil }
        let shown = names.prefix(3).map(\.value) + (names.count > 3 ? ["…"] : [])
        return Sourced(text: shown.joined(separator: ", "), first.origin)
    }

    /// The words of a field that holds HTML.
    func wordsOfHTML(_ field: FieldPath) -> Sourced<String>? {
        guard let text = text(field) else { return nil }
        let words = HTMLText.plain(text.value)
        return words.isEmpty ? nil : Sourced(text: words, text.origin)
    }
}

/// A page of prose with `console` blocks: what a user types, and what the program answers.
///
/// A fenced block whose info is `file NAME` puts a file into the world of the page. In a `console` block a line that
/// begins with `$ debrief` is typed; the lines up to the next one are what a terminal shows, and a last line
/// `(exit status N)` stands where the status is not 0. A block `change NAME` holds a line of a file and the line that
/// replaces it; a block `files DIR` lists what then stands below a folder.
struct CommandPage {
    struct Step: Equatable {
        var command: String
        var answer: String
    }

    enum Part: Equatable {
        case prose(String)
        case file(name: String, text: String)
        case change(name: String, before: String, after: String)
        case files(folder: String, names: [String])
        case console([Step])
    }

    var parts: [Part] = []

    init(_ text: String) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
        if lines.last == "" { lines.removeLast() }
        while let line = lines.popFirst() {
            guard line.hasPrefix("```"), line != "```" else {
                parts.append(.prose(line))
                continue
            }
            let fence = String(line.prefix { $0 == "`" })
            let info = String(line.dropFirst(fence.count))
            var body: [String] = []
            while let inner = lines.popFirst(), inner != fence { body.append(inner) }
            if info == "console" {
                parts.append(.console(Self.steps(body)))
            } else if info.hasPrefix("file ") {
                parts.append(.file(name: String(info.dropFirst(5)), text: body.map { $0 + "\n" }.joined()))
            } else if info.hasPrefix("change "), body.count == 2 {
                parts.append(.change(name: String(info.dropFirst(7)), before: body[0], after: body[1]))
            } else if info.hasPrefix("files ") {
                parts.append(.files(folder: String(info.dropFirst(6)), names: body))
            } else {
                parts += ([line] + body + [fence]).map(Part.prose)
            }
        }
    }

    var text: String {
        parts.map { part in
            switch part {
            case .prose(let line): line + "\n"
            case .file(let name, let text): "````file \(name)\n\(text)````\n"
            case .change(let name, let before, let after): "````change \(name)\n\(before)\n\(after)\n````\n"
            case .files(let folder, let names): "````files \(folder)\n\(names.map { $0 + "\n" }.joined())````\n"
            case .console(let steps):
                "````console\n" + steps.map { "$ \($0.command)\n\($0.answer)" }.joined() + "````\n"
            }
        }.joined()
    }

    private static func steps(_ lines: [String]) -> [Step] {
        var steps: [Step] = []
        for line in lines {
            if line.hasPrefix("$ debrief") {
                steps.append(Step(command: String(line.dropFirst(2)), answer: ""))
            } else if !steps.isEmpty {
                steps[steps.count - 1].answer += line + "\n"
            }
        }
        return steps
    }
}

extension CommandPage.Step {
    /// The words of the command after `debrief`, quotes respected.
    var arguments: [String] {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        for character in command.dropFirst("debrief".count) {
            switch character {
            case "\"":
                isQuoted.toggle()
                word = word ?? ""
            case " " where !isQuoted:
                if let done = word { words.append(done) }
                word = nil
            default: word = (word ?? "") + String(character)
            }
        }
        if let word { words.append(word) }
        return words
    }
}

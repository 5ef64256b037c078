/// One finished file, by its path below the output folder.
package struct OutputFile: Sendable, Equatable {
    /// `post-mortems/INC-2024-0215-001.md`: made of names that no input can steer out of the folder.
    package var path: String
    package var contents: String

    package init(path: String, contents: String) {
        self.path = path
        self.contents = contents
    }
}

/// The forms that a document can be written in.
package enum OutputFormat: String, CaseIterable, Sendable {
    case md, html, json, csv, eml, ics, txt
}

/// Who a document is for. What customers may not read, their context does not have.
package enum Audience: String, Sendable {
    case `internal`, customers
}

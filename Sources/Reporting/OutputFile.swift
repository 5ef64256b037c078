package import Diagnostics

/// One finished file, by its path below the output folder.
package struct OutputFile: Sendable, Equatable {
    /// `post-mortems/INC-2024-0215-001.md`: made of names that no input can steer out of the folder.
    package var path: String
    package var contents: String
    /// What has to be said about it.
    package var remarks: [Diagnostic]
    /// Whether it must not go out as it stands: it is kept apart, for a person to decide.
    package var isHeldBack: Bool

    package init(path: String, contents: String, remarks: [Diagnostic] = [], isHeldBack: Bool = false) {
        self.path = path
        self.contents = contents
        self.remarks = remarks
        self.isHeldBack = isHeldBack
    }
}

/// The forms that a document can be written in.
package enum OutputFormat: String, CaseIterable, Sendable {
    case md, html, json, csv, eml, ics, txt
}

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
    /// Whether people are to write in it: a new page is merged into what they wrote.
    package var isDraft = false
    /// For a page that is made from a draft, the draft.
    package var source: DraftSource?

    package init(path: String, contents: String, remarks: [Diagnostic] = [], isHeldBack: Bool = false) {
        self.path = path
        self.contents = contents
        self.remarks = remarks
        self.isHeldBack = isHeldBack
    }
}

/// The draft that a page is made from, so that it can be made again from what people wrote in it.
package struct DraftSource: Sendable, Equatable {
    /// Of the draft, below the output folder.
    package var path: String
    package var markdown: String
    /// The page of a draft.
    package var press: @Sendable (_ markdown: String) -> String

    package init(path: String, markdown: String, press: @escaping @Sendable (String) -> String) {
        self.path = path
        self.markdown = markdown
        self.press = press
    }

    package static func == (left: DraftSource, right: DraftSource) -> Bool {
        (left.path, left.markdown) == (right.path, right.markdown)
    }
}

/// The forms that a document can be written in.
package enum OutputFormat: String, CaseIterable, Sendable {
    case md, html, json, csv, eml, ics, txt
    /// What other systems take in: a table for Jira's import, issues of GitHub and GitLab, one a line.
    case jiraCSV = "jira-csv"
    case githubJSON = "github-json"
    case gitlabJSON = "gitlab-json"

    /// Made to be put into another system: only written where it is asked for.
    package var isForImport: Bool { self == .jiraCSV || self == .githubJSON || self == .gitlabJSON }

    /// What a file of it ends in.
    package var ending: String {
        switch self {
        case .jiraCSV: "jira.csv"
        case .githubJSON: "github.ndjson"
        case .gitlabJSON: "gitlab.ndjson"
        case .md, .html, .json, .csv, .eml, .ics, .txt: rawValue
        }
    }
}

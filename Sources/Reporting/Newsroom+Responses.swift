package import Compliance
import Diagnostics
import IncidentModel
import Typesetting

/// How the response documents of several incidents stand in one text.
package enum ResponseForm: Sendable, Equatable {
    /// The document of one incident, as it is.
    case object
    case array
    /// One document a line (NDJSON).
    case lines
}

extension Newsroom {
    /// The coordinator's response documents, in one file. `recurrence`: which incidents happened before.
    ///
    /// As an object there is none where there is no incident.
    package func coordinatorResponses(
        _ all: [AssessedIncident], recurrence: Recurrence, as form: ResponseForm
    ) -> OutputFile? {
        let assessor = Assessor(book: edition.book, asOf: edition.asOf, recurrence: recurrence)
        let documents = all.lazy.map { assessed in
            CoordinatorResponse(edition: edition, assessed: assessed, recurrence: recurrence, assessor: assessor).json
        }
        switch form {
        case .object:
            guard let first = all.first, let document = documents.first else { return nil }
            return OutputFile(path: paths.response(first.incident), contents: document.text)
        case .array:
            return OutputFile(path: PagePaths.responses, contents: JSONDocument.array(Array(documents)).text)
        case .lines:
            return OutputFile(path: PagePaths.responseLines, contents: documents.map(\.line).joined())
        }
    }
}

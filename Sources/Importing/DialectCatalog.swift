package import Syntax

/// Every dialect that the program reads, in the order in which they are tried.
package enum DialectCatalog {
    package static let all: [any ExportDialect] = [
        CoordinatorDialect(),
        ServiceNowXMLDialect(),
    ]

    package static func dialect(named name: String) -> (any ExportDialect)? { all.first { $0.name == name } }

    /// The dialects that an input may be written in.
    package static func candidates(for head: ExportHead) -> [any ExportDialect] { all.filter { $0.recognizes(head) } }
}

package enum TextEncoding: Sendable { case utf8, latin1, windows1252
 package init?(named: String) { self = .utf8 } }
package struct CSVHead: Sendable { package var columns: [String] }
extension ExportHead { package var csv: CSVHead? { nil } }

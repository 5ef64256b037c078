package import Diagnostics

/// One rule about the words of a text (specification, "Communication Rules"), with its own examples: documentation, test
/// and contract at once.
package protocol WritingRule: Sendable {
    var code: DiagnosticCode { get }
    /// What it asks for: one sentence without a full stop.
    var summary: String { get }
    /// Whose texts it reads.
    var audiences: Set<Audience> { get }
    /// Texts that break it, and texts that break no rule of the same audience.
    var examples: (broken: [String], kept: [String]) { get }
    func findings(in block: ProseBlock) -> [Diagnostic]
    /// An example as the text that it is meant to be.
    func block(ofExample text: String) -> ProseBlock
}

extension WritingRule {
    package func block(ofExample text: String) -> ProseBlock {
        example(text, kind: audiences.contains(.internal) ? .page : .update, ProseFacts())
    }

    func example(_ text: String, kind: ProseBlock.Kind, _ facts: ProseFacts) -> ProseBlock {
        ProseBlock(
            Array(text.utf8), .markdown, audience: audiences.contains(.internal) ? .internal : .customers, kind: kind,
            facts: facts, at: .field(.whole(SourceID(0))))
    }

    /// A finding for every place where a phrase stands.
    func findings(
        of phrases: PhraseList, in block: ProseBlock, help: String, saying message: (String) -> String
    ) -> [Diagnostic] {
        phrases.ranges(in: block.prose).map { range in
            Diagnostic(code, message(block.words(range)), at: block.origin(at: range.lowerBound), help: help)
        }
    }
}

import Diagnostics
import Typesetting

/// One file of `debrief lint`: what kind of text it holds, and what the rules find in it.
struct LintedText {
    enum Form {
        case markdown, plain, mail

        /// By the ending of a file's name; a mail that was held back is still a mail.
        init?(ofName name: String) {
            let name = name.lowercased()
            if name.hasSuffix(".md") {
                self = .markdown
            } else if name.hasSuffix(".txt") {
                self = .plain
            } else if name.hasSuffix(".eml") || name.hasSuffix(".eml.held") {
                self = .mail
            } else {
                return nil
            }
        }
    }

    private let form: Form
    private let bytes: [UInt8]
    private let source: SourceID

    init(_ name: String, _ bytes: [UInt8], source: SourceID) {
        form = Form(ofName: name) ?? .markdown
        self.bytes = bytes
        self.source = source
    }

    func findings(_ rules: WritingRuleCatalog, _ asked: Audience?, _ facts: ProseFacts) -> [Diagnostic] {
        let audience = asked ?? (form == .mail ? .customers : .internal)
        var text = bytes
        var offsets: [Int]?
        if form == .mail {
            guard let decoded = MailText.plain(of: bytes) else {
                return [Diagnostic(.mailWithoutText, "the mail has no text/plain part", at: .whole(source))]
            }
            text = decoded.bytes
            offsets = decoded.offsets
        }
        let kind: ProseBlock.Kind =
            audience == .internal ? .page : rules.isResolution(text) ? .resolution : .update
        return rules.findings(
            in: ProseBlock(
                text, form == .markdown ? .markdown : .plain, audience: audience, kind: kind, facts: facts,
                at: .file(ProseLines(bytes, source: source, offsets: offsets))))
    }
}

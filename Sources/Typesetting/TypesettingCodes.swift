package import Diagnostics

extension DiagnosticCode {
    /// Everything that this room has to say.
    package static let typesettingCodes: [DiagnosticCode] =
        WritingRuleCatalog.codes + [
            .templateTag, .templateSection, .templatePartial, .templateCycle, .templateRaw, .templatePlace,
            .templateName,
            .templateUse, .templateKind, .templateStyle, .mailWithoutText, .phraseLine, .phraseUnknown, .phraseHole,
        ]

    package static let mailWithoutText = DiagnosticCode(
        "mail-without-text", .warning, "a mail has no plain text, and its words were not read",
        """
        Of a mail the subject and the first text/plain part are read. This one has none, or one too deep inside others: \
        nothing is known about its words.
        """)

    package static let templateTag = DiagnosticCode(
        "template-tag", .error, "a tag in a template cannot be read",
        """
        Templates know `{{name}}`, `{{#name}} … {{/name}}`, `{{^name}} … {{/name}}`, `{{> folder/partial.md}}` and \
        `{{! remark }}`. Transforms, lambdas, blocks, other delimiters and names made at run time are left out on \
        purpose: they print nothing where they fail, and a page must not lose words in silence.
        """)

    package static let templateSection = DiagnosticCode(
        "template-section", .error, "the sections of a template are not closed in order",
        "Every `{{#name}}` and `{{^name}}` needs its own `{{/name}}`, the innermost first, at most 32 deep.")

    package static let templatePartial = DiagnosticCode(
        "template-partial", .error, "a template calls a partial that it cannot have",
        """
        A partial is called by its path below the templates folder, without `.mustache`: `{{> documents/clocks.md}}`. \
        It must be of the same kind as the page that calls it, since each kind escapes data in its own way.
        """)

    package static let templateCycle = DiagnosticCode(
        "template-cycle", .error, "a template includes itself",
        "Following the partials leads back to the first template: the page would never end.")

    package static let templateRaw = DiagnosticCode(
        "template-raw", .error, "a template asks for data without escaping",
        """
        `{{{name}}}` and `{{&name}}` would let the words of an export become links, pictures or scripts of the page. \
        Only HTML templates may use them, and only for the markup that the program makes itself: `body`, `chart`, \
        `style`.
        """)

    package static let templatePlace = DiagnosticCode(
        "template-place", .error, "a template puts data where escaping cannot keep it data",
        """
        In Markdown, data may stand in running text, headings, list items and table cells. In a code span, a code \
        block, a link's address or an HTML tag the escapes would show or the data would act. Addresses that the \
        program makes itself, named `path` or `anchor`, may be linked to, and `chart` may stand in a comment.
        """)

    package static let templateName = DiagnosticCode(
        "template-name", .error, "a template uses a name that its page does not have",
        """
        The page would stay blank in that place without a word. The names that a document offers are always all \
        there; a fact that is not known closes its section.
        """)

    package static let templateUse = DiagnosticCode(
        "template-use", .error, "a template prints something that is no text",
        "Lists, groups and yes-or-no facts are for sections: `{{#name}} … {{/name}}`.")

    package static let templateKind = DiagnosticCode(
        "template-kind", .error, "the kind of a template cannot be told from its name",
        "Templates are named for what they make: `.md.mustache`, `.html.mustache`, `.txt.mustache` or, for front matter, `.yaml.mustache`."
    )

    package static let templateStyle = DiagnosticCode(
        "template-style", .error, "a style sheet holds something that is no style",
        "A style sheet is written into every page: `<` and `\\` could end it early, `@import` and `url(` could load something."
    )
}

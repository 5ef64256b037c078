/// What an HTML element does to plain text.
enum HTMLRole: Sendable {
    /// Nothing: its words run on.
    case inline
    /// Stands on lines of its own, with so many line feeds around it.
    case block(Int)
    case lineBreak, preformatted, link, image
    case list, item, table, row, cell
    /// Its content is not for readers.
    case dropped

    /// By the name in lower case; `nil` for what is no element of HTML, now or in the past.
    static func named(_ name: String) -> HTMLRole? { roles[name] }

    private static let roles: [String: HTMLRole] = {
        let names: [(HTMLRole, String)] = [
            (.block(2), "p h1 h2 h3 h4 h5 h6 blockquote dl figure hr"),
            (
                .block(1),
                """
                address article aside body caption center dd details dialog dir div dt fieldset figcaption footer form \
                frameset header hgroup html legend main nav optgroup option search section summary tbody tfoot thead
                """
            ),
            (.lineBreak, "br"), (.preformatted, "pre listing plaintext textarea xmp"), (.link, "a"), (.image, "img"),
            (.list, "ul ol menu"), (.item, "li"), (.table, "table"), (.row, "tr"), (.cell, "td th"),
            (.dropped, "script style title iframe math noembed noframes svg template xml"),
            (
                .inline,
                """
                abbr acronym applet area audio b base basefont bdi bdo bgsound big blink button canvas cite code col \
                colgroup data datalist del dfn em embed font frame head i image input ins kbd keygen label link map \
                mark marquee meta meter nobr noscript object output param picture progress q rb rp rt rtc ruby s samp \
                select slot small source span strike strong sub sup time track tt u var video wbr
                """
            ),
        ]
        var roles: [String: HTMLRole] = [:]
        for (role, words) in names {
            for name in words.split(separator: " ") { roles[String(name)] = role }
        }
        return roles
    }()

    /// Elements that people and editors write in running text, and that nobody writes for something else, as one does
    /// `<source>` and `<title>`.
    static let telling = Set(
        """
        a b big blockquote body br center code dd del div dl dt em font h1 h2 h3 h4 h5 h6 head hr html i img ins li ol p \
        pre s script small span strike strong style sub sup table tbody td th thead tr tt u ul
        """.split(separator: " ").map(String.init))
}

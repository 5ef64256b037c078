/// A mail to one recipient, ready to be sent or looked at (`.eml`): plain text and HTML, CRLF, ASCII throughout.
package struct MailMessage: Sendable {
    /// The whole message.
    package let text: String

    /// - Parameters:
    ///   - date: seconds since 1970, UTC
    ///   - identity: what makes this message this one (incident, recipient, kind, moment); its digest becomes the
    ///     Message-ID and the boundary, so that the same run writes the same bytes
    ///
    /// `nil` where a body or the subject is empty, or the date is outside the years 1970 to 9999.
    package init?(
        from: MailAddress, to: MailAddress, subject: String, date: Int64, identity: String, plain: String, html: String
    ) {
        let title = MailHeader.line(subject)
        guard let moment = MailDate(secondsSince1970: date), !title.isEmpty,
            plain.contains(where: { !$0.isWhitespace }), html.contains(where: { !$0.isWhitespace })
        else { return nil }
        let digest = SHA256Digest(of: Array("\(from.address)\n\(to.address)\n\(title)\n\(date)\n\(identity)".utf8)).hex
            .prefix(32)
        let host = from.address.split(separator: "@").last ?? "localhost"
        // Quoted-printable writes every `=` as `=3D`, so no body can hold the boundary.
        let boundary = "=_debrief_\(digest)"

        var out = Self.mailbox("From", from) + Self.mailbox("To", to)
        var header = MailHeader("Subject")
        header.add(text: title)
        out += header.line
        out += "Date: \(moment.text)\r\n"
        out += "Message-ID: <\(digest)@\(host)>\r\n"
        // Opens as a draft in the clients that know it: a person reads and sends it.
        out += "X-Unsent: 1\r\n"
        out += "MIME-Version: 1.0\r\n"
        out += "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"\r\n\r\n"
        for (type, body) in [("plain", plain), ("html", html)] {
            out += "--\(boundary)\r\nContent-Type: text/\(type); charset=utf-8\r\n"
            out += "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
            out += QuotedPrintable.encoded(body) + "\r\n"
        }
        text = out + "--\(boundary)--\r\n"
    }

    private static func mailbox(_ field: String, _ box: MailAddress) -> String {
        var header = MailHeader(field)
        if let name = box.name {
            header.add(phrase: name)
            header.add(word: "<\(box.address)>")
        } else {
            header.add(word: box.address)
        }
        return header.line
    }
}

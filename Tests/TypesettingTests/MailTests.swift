import Testing

@testable import Typesetting

@Suite("Mail")
struct MailTests {
    private func message(subject: String = "S", name: String? = nil, plain: String = "p", html: String = "<p>h</p>")
        throws -> String
    {
        let from = try #require(MailAddress("support@ours.example", name: "Support"))
        let to = try #require(MailAddress("ops@customer.example", name: name))
        return try #require(
            MailMessage(
                from: from, to: to, subject: subject, date: 1_708_007_400, identity: "x", plain: plain, html: html)
        ).text
    }

    @Test("a mail is headers, plain text and HTML, in this order and in these bytes")
    func layout() throws {
        let text = try message(subject: "Resolved: API", name: "Ops", plain: "H\u{E9}llo\n", html: "<p>a = b</p>")
        let lines = text.components(of: "\r\n")
        #expect(!lines.joined().contains("\n") && !lines.joined().contains("\r"))
        #expect(
            lines[0...3] == [
                "From: Support <support@ours.example>", "To: Ops <ops@customer.example>", "Subject: Resolved: API",
                "Date: Thu, 15 Feb 2024 14:30:00 +0000",
            ])
        #expect(lines[4].hasPrefix("Message-ID: <") && lines[4].hasSuffix("@ours.example>"))
        #expect(lines[5...7] == ["X-Unsent: 1", "MIME-Version: 1.0", "Content-Type: multipart/alternative;"])
        #expect(lines.contains("H=C3=A9llo") && lines.contains("<p>a =3D b</p>"))
        #expect(
            text == (try message(subject: "Resolved: API", name: "Ops", plain: "H\u{E9}llo\n", html: "<p>a = b</p>")))
    }

    @Test(
        "no text can add a header, and every line is short ASCII",
        arguments: HostileText.all + ["a\r\nBcc: x@evil.example", "\r\n\r\nbody"])
    func headers(_ hostile: String) throws {
        let subject = "Re: " + hostile
        let text = try message(subject: subject, name: hostile, plain: "x\n" + hostile)
        let head = text.components(of: "\r\n\r\n")[0].components(of: "\r\n")
        let names = head.filter { !$0.hasPrefix(" ") }.map { $0.components(of: ":")[0] }
        #expect(names == ["From", "To", "Subject", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type"])
        #expect(head.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } })
        #expect(
            text.components(of: "\r\n").allSatisfy {
                $0.utf8.count <= 78 && $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
            })
        #expect(MailHeader.line(subject) == EncodedWords.decoded(head, "Subject"))
    }

    @Test(
        "long and foreign subjects come back whole",
        arguments: [
            String(repeating: "St\u{F6}rung ", count: 40), String(repeating: "\u{1F468}\u{200D}\u{1F4BB}", count: 30),
            String(repeating: "word ", count: 60), String(repeating: "x", count: 300), "=?utf-8?B?eA==?=",
            "e" + String(repeating: "\u{301}", count: 200),
        ])
    func subjects(_ subject: String) throws {
        let head = try message(subject: subject).components(of: "\r\n\r\n")[0].components(of: "\r\n")
        #expect(head.allSatisfy { $0.utf8.count <= 76 })
        #expect(EncodedWords.decoded(head, "Subject") == MailHeader.line(subject))
    }

    @Test(
        "addresses",
        arguments: ["a@b.example", "first.last+tag@sub.b-c.example", "o'neil@b.example", "a@xn--mnchen-3ya.de"])
    func addresses(_ text: String) { #expect(MailAddress(text)?.address == text) }

    @Test(
        "what is not surely an address is none",
        arguments: [
            "", "a", "@", "a@", "@b.example", "a@b", "a b@c.example", "a@b.example ", "a@b.example\r\nBcc: x@y.example",
            "a@b..example",
            ".a@b.example", "a.@b.example", "a..a@b.example", "a@-b.example", "a@b-.example", "<a@b.example>",
            "A <a@b.example>", "a@b@c.example",
            "a@b.example,c@d.example", "\"a b\"@c.example", "a@[127.0.0.1]", "a@127.0.0.1", "\u{FC}@b.example",
            "a@\u{FC}.example", "a@b.example\u{0}",
            "a(x)@b.example", "a@b_c.example", String(repeating: "a", count: 65) + "@b.example",
            "a@" + String(repeating: "b.", count: 130) + "example",
        ])
    func notAddresses(_ text: String) { #expect(MailAddress(text) == nil) }

    @Test("a display name that holds an address is dropped")
    func names() {
        #expect(MailAddress("a@b.example", name: "boss@evil.example")?.name == nil)
        #expect(MailAddress("a@b.example", name: "Eve \u{FF20} x")?.name == nil)
        #expect(MailAddress("a@b.example", name: " Ann,\r\n Lee ")?.name == "Ann, Lee")
        #expect(MailAddress("a@b.example", name: "\u{202E}")?.name == nil)
    }

    @Test("quoted-printable keeps mail programs from changing a body")
    func quotedPrintable() {
        #expect(
            QuotedPrintable.encoded("From x\n.\n..\ny \nz\t\n=\r\nend ")
                == "=46rom x\r\n=2E\r\n..\r\ny=20\r\nz=09\r\n=3D\r\nend=20")
        let long = QuotedPrintable.encoded(String(repeating: "\u{E4}.From ", count: 200))
        #expect(long.components(of: "\r\n").allSatisfy { $0.utf8.count <= 76 && $0 != "." && !$0.hasPrefix("From ") })
        #expect(QuotedPrintable.encoded(String(repeating: "a", count: 76)).utf8.count == 76)
    }

    @Test("a mail without a body, a subject or a date that mails can write is none")
    func refused() throws {
        let box = try #require(MailAddress("a@b.example"))
        #expect(MailMessage(from: box, to: box, subject: "\r\n", date: 0, identity: "", plain: "x", html: "x") == nil)
        #expect(MailMessage(from: box, to: box, subject: "s", date: 0, identity: "", plain: " \n", html: "x") == nil)
        #expect(MailMessage(from: box, to: box, subject: "s", date: -1, identity: "", plain: "x", html: "x") == nil)
        #expect(MailMessage(from: box, to: box, subject: "s", date: .max, identity: "", plain: "x", html: "x") == nil)
    }

    @Test(
        "dates",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (951_782_399, "Mon, 28 Feb 2000 23:59:59 +0000"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"),
            (1_709_210_096, "Thu, 29 Feb 2024 12:34:56 +0000"), (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 +0000"),
            (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 +0000"),
        ])
    func dates(_ seconds: Int64, _ wanted: String) { #expect(MailDate(secondsSince1970: seconds)?.text == wanted) }
}

/// Reads a header back, as RFC 2047 tells a mail program to.
enum EncodedWords {
    static func decoded(_ head: [String], _ name: String) -> String {
        guard let first = head.firstIndex(where: { $0.hasPrefix(name + ":") }) else { return "" }
        var line = String(head[first].dropFirst(name.count + 1))
        for rest in head[(first + 1)...].prefix(while: { $0.hasPrefix(" ") }) { line += rest }
        var bytes: [UInt8] = []
        var wasEncoded = false
        for word in line.split(separator: " ") {
            let parts = String(word).components(of: "?")
            let isEncoded = parts.count == 5 && parts[0] == "=" && parts[4] == "="
            if !bytes.isEmpty, !(isEncoded && wasEncoded) { bytes.append(0x20) }
            bytes += isEncoded ? base64(parts[3]) : Array(word.utf8)
            wasEncoded = isEncoded
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func base64(_ text: String) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var out: [UInt8] = []
        var bits = 0
        var count = 0
        for byte in text.utf8 {
            guard let digit = alphabet.firstIndex(of: byte) else { continue }
            bits = (bits << 6 | digit) & 0xFFFFFF
            count += 6
            if count >= 8 {
                count -= 8
                out.append(UInt8(truncatingIfNeeded: bits >> count))
            }
        }
        return out
    }
}

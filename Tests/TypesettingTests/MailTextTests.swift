import Diagnostics
import Testing

@testable import Typesetting

@Suite struct MailTextTests {
    private static func plain(_ mail: String) -> String? {
        MailText.plain(of: Array(mail.utf8)).map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test func `the mails that the program writes are read as they were written`() throws {
        let from = try #require(MailAddress("a@example.com"))
        let to = try #require(MailAddress("b@example.com"))
        let body = "Grüße, “alle” = 1 \nFrom here\n.\n" + String(repeating: "lang ", count: 40) + "\n"
        let subject = "Gelöst: Störung " + String(repeating: "ä🧱", count: 30)
        let mail = try #require(
            MailMessage(from: from, to: to, subject: subject, date: 0, identity: "x", plain: body, html: "<p>x</p>"))
        #expect(Self.plain(mail.text) == subject + "\n\n" + body + "\n")
    }

    @Test(arguments: [
        ("Subject: A\n\nb", "A\n\nb"), ("Subject: A\r\n B\r\n\r\nc\r\nd", "A B\n\nc\nd"),
        ("X: y\n\nb", "b"), ("Subject: =?utf-8?Q?A_=3D?= =?utf-8?B?Qg==?= c\n\nd", "A =B c\n\nd"),
        ("Content-Transfer-Encoding: base64\n\nQUJD\nREU=", "ABCDE"),
        ("Content-Transfer-Encoding: Quoted-Printable\n\na=\nb=3D=ZZ", "ab==ZZ"),
        (
            "Content-Type: multipart/mixed; boundary=x\n\npreamble\n--x\nContent-Type: multipart/alternative;\n boundary=\"y z\"\n\n"
                + "--y z\nContent-Type: text/html\n\n<p>\n--y z\nContent-Type: text/plain\n\nb\n--y z--\n--x--\n",
            "b\n"
        ),
        ("", ""), ("no header at all", ""),
    ])
    func `subject and first plain part are decoded`(mail: String, expected: String) {
        #expect(Self.plain(mail) == expected)
    }

    @Test(arguments: [
        "Content-Type: text/html\n\n<p>a</p>", "Content-Type: multipart/mixed\n\nno boundary",
        "Content-Type: multipart/mixed; boundary=x\n\nnever opened",
    ])
    func `a mail without plain text has none`(mail: String) {
        #expect(Self.plain(mail) == nil)
    }

    @Test func `every byte knows its place in the file`() throws {
        let mail = "Subject: =?utf-8?B?QUI=?=\nContent-Transfer-Encoding: quoted-printable\n\na=\nb=C3=A4c"
        let bytes = Array(mail.utf8)
        let text = try #require(MailText.plain(of: bytes))
        #expect(String(decoding: text.bytes, as: UTF8.self) == "AB\n\nabäc")
        let lines = ProseLines(bytes, source: SourceID(0), offsets: text.offsets)
        func place(_ offset: Int) -> [UInt32] {
            let origin = lines.origin(at: offset)
            return [origin.line, origin.column]
        }
        #expect(place(0) == [1, 20])
        #expect(place(4) == [4, 1])
        #expect(place(5) == [5, 1])
        #expect(place(6) == [5, 2])
        #expect(place(8) == [5, 8])
        #expect(place(99) == [5, 8])
    }

    @Test func `parts inside parts end somewhere`() {
        let open = (0..<50).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
        #expect(Self.plain(open + "Content-Type: text/plain\n\na") == nil)
    }
}

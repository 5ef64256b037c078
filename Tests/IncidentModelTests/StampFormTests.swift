import IncidentModel
import Testing

@Suite struct StampFormTests {
    @Test(
        arguments: [
            ("1589553245", "2020-05-15T14:34:05Z"), ("1589553245.123", "2020-05-15T14:34:05.123Z"),
            ("1589553245.000000", "2020-05-15T14:34:05Z"), ("1589553245.1234569", "2020-05-15T14:34:05.123456Z"),
            ("31536000", "1971-01-01T00:00:00Z"), ("7258118399", "2199-12-31T23:59:59Z"),
            ("31535999", nil), ("7258118400", nil), ("0", nil), ("-1", nil), ("-1589553245", nil), ("", nil),
            ("0.0", nil), ("01589553245", nil), ("+1589553245", nil), ("1589553245.", nil), (".5", nil),
            ("1.589553245e9", nil), ("1589553245E0", nil), (" 1589553245", nil), ("1589553245 ", nil),
            ("1,589,553,245", nil), ("1589553245,5", nil), ("0x5EBEA81D", nil), ("nan", nil), ("15895532４5", nil),
            ("1589553245123", nil), ("99999999999999999999999999", nil),
            ("1589553245." + String(repeating: "1", count: 100), nil),
        ] as [(String, String?)])
    func `seconds since 1970 are plain and plausible numbers`(text: String, utc: String?) {
        #expect(moment(.epochSeconds, text) == utc)
    }

    @Test(
        arguments: [
            ("1589553245123", "2020-05-15T14:34:05.123Z"), ("1589553245123.75", "2020-05-15T14:34:05.12375Z"),
            ("1589553245000.0004", "2020-05-15T14:34:05Z"), ("31536000000", "1971-01-01T00:00:00Z"),
            ("31535999999", nil), ("7258118400000", nil), ("1589553245", nil), ("0", nil), ("-62135596800000", nil),
            ("1.5E12", nil),
        ] as [(String, String?)])
    func `milliseconds since 1970 are plain and plausible numbers`(text: String, utc: String?) {
        #expect(moment(.epochMilliseconds, text) == utc)
    }

    @Test func `no number is a moment both as seconds and as milliseconds`() {
        for exponent in 0..<16 {
            for digit in 1...9 {
                let text = "\(digit)" + String(repeating: "0", count: exponent)
                #expect(moment(.epochSeconds, text) == nil || moment(.epochMilliseconds, text) == nil, "\(text)")
            }
        }
    }

    @Test(
        arguments: [
            ("Mon, 15 Jun 2015 09:24:41 +0200", "2015-06-15T07:24:41Z"),
            ("15 Jun 2015 09:24:41 +0200", "2015-06-15T07:24:41Z"),
            ("Mon,15 Jun 2015 09:24 GMT", "2015-06-15T09:24:00Z"),
            ("mon, 15 JUN 2015 09:24:41 utc", "2015-06-15T09:24:41Z"),
            ("Wed,  1  Jul 2015 00:00:00 -0000", "2015-07-01T00:00:00Z"),
            ("Wed, 01 Jul 2015 00:00:00 UT", "2015-07-01T00:00:00Z"),
            ("Wed, 1 Jul 2015 00:00:00 Z", "2015-07-01T00:00:00Z"),
            ("Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T15:55:06Z"),
            ("1 Jul 2015 00:00:00 EST", "2015-07-01T05:00:00Z"), ("1 Jul 2015 00:00:00 EDT", "2015-07-01T04:00:00Z"),
            ("1 Jul 2015 00:00:00 CST", "2015-07-01T06:00:00Z"), ("1 Jul 2015 00:00:00 CDT", "2015-07-01T05:00:00Z"),
            ("1 Jul 2015 00:00:00 MST", "2015-07-01T07:00:00Z"), ("1 Jul 2015 00:00:00 MDT", "2015-07-01T06:00:00Z"),
            ("1 Jul 2015 00:00:00 PST", "2015-07-01T08:00:00Z"), ("1 Jul 2015 00:00:00 PDT", "2015-07-01T07:00:00Z"),
            ("31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00Z"),
            ("1 Jan 2017 00:59:60 +0100", "2017-01-01T00:00:00Z"), ("31 Dec 2016 12:59:60 GMT", nil),
            ("Tue, 15 Jun 2015 09:24:41 +0200", nil), ("Mon 15 Jun 2015 09:24:41 +0200", nil),
            ("Monday, 15 Jun 2015 09:24:41 +0200", nil), ("Mon, 15 June 2015 09:24:41 +0200", nil),
            ("Mon, 15 Jun 2015 09:24:41", nil), ("Mon, 15 Jun 2015 09:24:41 ", nil),
            ("Mon, 15 Jun 2015 09:24:41 +0200 (CEST)", nil), ("Mon, 15 Jun 2015 (x) 09:24:41 +0200", nil),
            ("Mon, 15 Jun 2015 09:24:41 +02:00", nil), ("Mon, 15 Jun 2015 09:24:41 CEST", nil),
            ("Mon, 15 Jun 2015 09:24:41 A", nil), ("Mon, 15 Jun 2015 9:24:41 +0200", nil),
            ("Mon, 15 Jun 2015 09:24:1 +0200", nil), ("Mon, 15 Jun 15 09:24:41 +0200", nil),
            ("Mon, 15 Jun 2015 24:00:00 +0200", nil), ("Mon, 15 Jun 2015 09:60:00 +0200", nil),
            ("Mon, 15 Jun 2015 09:24:61 +0200", nil), ("Mon, 15 Jun 2015 09:24:41 +0260", nil),
            ("Mon, 15 Jun 2015 09:24:41 +2400", nil), ("31 Jun 2015 09:24:41 +0200", nil),
            ("29 Feb 2015 09:24:41 +0200", nil), ("0 Jun 2015 09:24:41 +0200", nil), ("Mon,", nil), ("", nil),
            ("15 Jun 2015 09:24:41 GMTx", nil),
        ] as [(String, String?)])
    func `a stamp of mail is read whole or not at all`(text: String, utc: String?) {
        #expect(moment(.rfc2822, text) == utc)
    }

    @Test func `the standard form is Timestamp`() {
        for text in ["2024-02-15T14:23:00Z", "2024-02-15 14:23:00", "2024-02-30T00:00:00Z", "1589553245"] {
            #expect(StampForm.standard.read(text) == Timestamp(text))
        }
    }

    /// RFC 3339; `nil` where there is none, or no zone.
    private func moment(_ form: StampForm, _ text: String) -> String? {
        guard case .instant(let instant) = form.read(text) else { return nil }
        return instant.rfc3339
    }
}

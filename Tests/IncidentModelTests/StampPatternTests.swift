import IncidentModel
import Testing

@Suite struct StampPatternTests {
    @Test(arguments: [
        ("yyyy-MM-dd HH:mm:ss", "2024-02-15 14:23:09", "2024-02-15T14:23:09Z"),
        ("yyyyMMddHHmmss", "20240215142309", "2024-02-15T14:23:09Z"),
        ("dd/MM/yyyy HH:mm", "05/02/2024 14:23", "2024-02-05T14:23:00Z"),
        ("d/M/yy h:mm a", "5/2/24 2:23 PM", "2024-02-05T14:23:00Z"),
        ("d/M/yy h:mm a", "05/12/99 12:00 am", "2099-12-05T00:00:00Z"),
        ("MM/dd/yyyy hh:mm:ss a", "02/15/2024 12:23:09 AM", "2024-02-15T00:23:09Z"),
        ("MM/dd/yyyy hh:mm:ss a", "02/15/2024 12:23:09 PM", "2024-02-15T12:23:09Z"),
        ("MM/dd/yyyy hh:mm:ss a", "02/15/2024 11:23:09 p.m.", "2024-02-15T23:23:09Z"),
        ("MM/dd/yyyy hh:mm:ss a", "02/15/2024 01:23:09 A.M.", "2024-02-15T01:23:09Z"),
        ("M/d/yyyy h:mma", "2/15/2024 1:05Pm", "2024-02-15T13:05:00Z"),
        ("M/d/yyyy h:mm a", "2/15/2024 1:05\u{202F}PM", "2024-02-15T13:05:00Z"),
        ("M/d/yyyy h:mm a", "2/15/2024 1:05\u{A0}PM", "2024-02-15T13:05:00Z"),
        ("yyyy-MM-dd HH:mm a", "2024-02-15 14:23 PM", "2024-02-15T14:23:00Z"),
        ("dd.MM.yyyy HH 'Uhr'", "15.02.2024 07 Uhr", "2024-02-15T07:00:00Z"),
        ("yyyy-MM-dd'T'H:m:s.SSS", "2024-02-15T4:3:9.250", "2024-02-15T04:03:09.25Z"),
        ("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS", "2024-02-15T04:03:09.123456789", "2024-02-15T04:03:09.123456Z"),
        ("yyyy-MM-dd'T'HH:mm:ss,S", "2024-02-15T04:03:09,5", "2024-02-15T04:03:09.5Z"),
        ("d MMM yyyy, HH:mm", "1 jun 2024, 07:00", "2024-06-01T07:00:00Z"),
        ("d MMM yyyy, HH:mm", "1 Sept 2024, 07:00", "2024-09-01T07:00:00Z"),
        ("MMMM d, yyyy 'at' h:mm a", "May 1, 2024 at 7:00 AM", "2024-05-01T07:00:00Z"),
        ("EEEE, MMMM d, yyyy h 'o''clock' a", "Thursday, february 15, 2024 7 o'clock PM", "2024-02-15T19:00:00Z"),
        ("EEE dd.MM.yyyy HH:mm", "THU 15.02.2024 07:00", "2024-02-15T07:00:00Z"),
        ("yyyy年M月d日 HH:mm", "2024年2月15日 07:00", "2024-02-15T07:00:00Z"),
        ("''yyyy''MM-dd HH", "'2024'02-15 07", "2024-02-15T07:00:00Z"),
        ("HH:mm dd/MMM/yy", "00:00 29/Feb/24", "2024-02-29T00:00:00Z"),
    ])
    func `a pattern without a zone reads a clock face`(pattern: String, text: String, face: String) throws {
        let pattern = try #require(StampPattern(pattern))
        guard case .zoneless(let time) = StampForm.pattern(pattern).read(text) else {
            Issue.record("\(text) is not read as a clock face")
            return
        }
        #expect(time.instant.rfc3339 == face)
    }

    @Test(arguments: [
        ("EEE MMM dd HH:mm:ss z yyyy", "Thu Feb 15 14:23:09 UTC 2024", "2024-02-15T14:23:09Z"),
        ("EEE MMM dd HH:mm:ss zzz yyyy", "Thu Feb 15 14:23:09 GMT 2024", "2024-02-15T14:23:09Z"),
        ("dd/MMM/yyyy:HH:mm:ss Z", "15/Feb/2024:14:23:09 +0530", "2024-02-15T08:53:09Z"),
        ("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "2024-02-15T14:23:09.120-08:00", "2024-02-15T22:23:09.12Z"),
        ("yyyy-MM-dd'T'HH:mm:ssXXX", "2024-02-15T14:23:09Z", "2024-02-15T14:23:09Z"),
        ("yyyyMMddHHmmssZ", "20161231235960+0000", "2017-01-01T00:00:00Z"),
    ])
    func `a pattern with a zone reads a moment`(pattern: String, text: String, utc: String) throws {
        let pattern = try #require(StampPattern(pattern))
        guard case .instant(let instant) = StampForm.pattern(pattern).read(text) else {
            Issue.record("\(text) is not read as a moment")
            return
        }
        #expect(instant.rfc3339 == utc)
    }

    @Test(arguments: [
        ("dd/MM/yyyy HH:mm", "5/02/2024 14:23"), ("dd/MM/yyyy HH:mm", "02/15/2024 14:23"),
        ("dd/MM/yyyy HH:mm", "05/02/24 14:23"), ("dd/MM/yyyy HH:mm", "05/02/20240 14:23"),
        ("dd/MM/yyyy HH:mm", "05/02/2024 14:23 "), ("dd/MM/yyyy HH:mm", " 05/02/2024 14:23"),
        ("dd/MM/yyyy HH:mm", "05/02/2024 14:2"), ("dd/MM/yyyy HH:mm", "05/02/2024 14:23:00"),
        ("dd/MM/yyyy HH:mm", "05-02-2024 14:23"), ("dd/MM/yyyy HH:mm", "05/02/2024 24:00"),
        ("dd/MM/yyyy HH:mm", "05/02/2024 14:60"), ("dd/MM/yyyy HH:mm", "29/02/2023 14:23"),
        ("dd/MM/yyyy HH:mm", "31/04/2024 14:23"), ("dd/MM/yyyy HH:mm", "00/04/2024 14:23"),
        ("dd/MM/yyyy HH:mm", "01/00/2024 14:23"), ("dd/MM/yyyy HH:mm", "0１/02/2024 14:23"),
        ("dd/MM/yyyy HH:mm", ""), ("dd/MM/yyyy\tHH:mm", "05/02/2024\u{A0}14:23"),
        ("d/M/yyyy H:m", "005/2/2024 1:1"), ("d/M/yyyy H:m:s", "5/2/2024 1:1:60"),
        ("M/d/yyyy h:mm a", "2/15/2024 0:05 AM"), ("M/d/yyyy h:mm a", "2/15/2024 13:05 PM"),
        ("M/d/yyyy h:mm a", "2/15/2024 1:05"), ("M/d/yyyy h:mm a", "2/15/2024 1:05 XM"),
        ("M/d/yyyy h:mm a", "2/15/2024 1:05 a.m"), ("yyyy-MM-dd HH:mm a", "2024-02-15 14:23 AM"),
        ("yyyy-MM-dd HH:mm a", "2024-02-15 00:23 PM"), ("EEE dd.MM.yyyy HH:mm", "Wed 15.02.2024 07:00"),
        ("EEE dd.MM.yyyy HH:mm", "Thursday 15.02.2024 07:00"), ("EEEE dd.MM.yyyy HH:mm", "Thu 15.02.2024 07:00"),
        ("d MMM yyyy HH", "1 June 2024 07"), ("d MMMM yyyy HH", "1 Jun 2024 07"), ("d MMM yyyy HH", "1 Jum 2024 07"),
        ("yyyy-MM-dd HH:mm z", "2024-02-15 07:00 PST"), ("yyyy-MM-dd HH:mm z", "2024-02-15 07:00 utc"),
        ("yyyy-MM-dd HH:mm Z", "2024-02-15 07:00 +01:00"), ("yyyy-MM-dd HH:mm Z", "2024-02-15 07:00 Z"),
        ("yyyy-MM-dd HH:mm XXX", "2024-02-15 07:00 +0100"), ("yyyy-MM-dd HH:mm XXX", "2024-02-15 07:00 +24:00"),
        ("yyyy-MM-dd HH:mm XXX", "2024-02-15 07:00 +01:60"), ("yyyy-MM-dd HH:mm XXX", "2024-02-15 07:00 z"),
        ("yyyy-MM-dd HH:mm:ss.SSS", "2024-02-15 07:00:00.25"), ("yyyy-MM-dd HH:mm:ss.SSS", "2024-02-15 07:00:00.2500"),
        ("yyyyMMddHHmmssZ", "20161231225960+0000"),
    ])
    func `what does not fit a pattern to the letter is nothing`(pattern: String, text: String) throws {
        let pattern = try #require(StampPattern(pattern))
        #expect(StampForm.pattern(pattern).read(text) == nil)
    }

    @Test(arguments: [
        "", "yyyy", "yyyy-MM-dd", "MM-dd HH:mm", "yyyy-dd HH", "yyyy-MM HH", "yyyy-MM-dd mm:ss", "yyyy-MM-dd hh:mm",
        "yyyy-MM-dd HH:mm yyyy", "yyyy-MM-dd HH:mm yy", "yyyy-MM-dd MMM HH", "yyyy-MM-dd HH h a",
        "yyyy-MM-dd HH:mm Z z",
        "yyyy-MM-dd HH:ss", "yyyy-MM-dd HH:mm.SSS", "yyyy-MM-ddTHH:mm", "y-MM-dd HH", "yyyyy-MM-dd HH",
        "YYYY-MM-dd HH", "yyyy-MM-DD HH", "yyyy-LL-dd HH", "yyyy-MM-dd kk", "yyyy-MM-dd KK a", "yyyy-MM-dd HH:mm X",
        "yyyy-MM-dd HH:mm ZZ", "yyyy-MM-dd HH:mm zzzz", "yyyy-MM-dd HH:mm v", "yyyy-MM-dd HH:mm aa",
        "yyyy-MM-dd HH:mm 'x", "yyyy-MM-dd HH:mm:ss.SSSSSSSSSS", "yyyyMd HH", "yyyy-MM-dHH", "yyyy-MM-d'1' HH",
        "yyyy-MM-dd HH" + String(repeating: ".", count: 128),
    ])
    func `a spelling that says too little, or two things, is no pattern`(spelling: String) {
        #expect(StampPattern(spelling) == nil)
    }

    static let german = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ]

    @Test(
        arguments: [
            ("15. März 2024 07:00", 3), ("15. MÄRZ 2024 07:00", 3), ("15. märz 2024 07:00", 3),
            ("15. Juni 2024 07:00", 6), ("15. March 2024 07:00", nil), ("15. Mär 2024 07:00", nil),
        ] as [(String, Int?)])
    func `months can have names of one's own`(text: String, month: Int?) throws {
        let pattern = try #require(StampPattern("d. MMMM yyyy HH:mm", months: Self.german))
        guard case .zoneless(let time) = StampForm.pattern(pattern).read(text) else {
            #expect(month == nil)
            return
        }
        #expect(time.month == month)
    }

    @Test func `a longer name wins over one that it begins with`() throws {
        let names = ["a", "b", "c", "d", "e", "x", "xy", "h", "i", "j", "k", "l"]
        let pattern = try #require(StampPattern("yyyy MMM dd HH", months: names))
        guard case .zoneless(let time) = StampForm.pattern(pattern).read("2024 xy 01 07") else {
            Issue.record("not read")
            return
        }
        #expect(time.month == 7)
    }

    @Test(arguments: [
        Array(german.dropLast()), german + ["Undezember"], Array(german.dropLast()) + [""],
        Array(german.dropLast()) + ["MAI"], Array(german.dropLast()) + ["12月"],
    ])
    func `a table of months that is not twelve clear names is refused`(names: [String]) {
        #expect(StampPattern("d. MMMM yyyy HH:mm", months: names) == nil)
    }
}

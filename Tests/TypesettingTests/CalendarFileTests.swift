import Testing

@testable import Typesetting

@Suite("Calendar file")
struct CalendarFileTests {
    private func lines(_ tasks: [CalendarFile.Task], name: String = "Actions") -> [String] {
        CalendarFile(name: name, program: "debrief 0.1.0", stamp: 1_708_007_400, tasks: tasks).text.components(
            of: "\r\n")
    }

    private func unfolded(_ text: String) -> [String] {
        text.components(of: "\r\n ").joined().components(of: "\r\n")
    }

    @Test("a file is a calendar with one VTODO for each task")
    func layout() {
        let lines = lines([
            .init(
                identity: "x", summary: "Renew; now", details: "Incident 7\nOwner: a, b", categories: ["sev1", "a,b"],
                priority: 1, due: 1_708_011_000)
        ])
        #expect(
            lines[..<5] == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//debrief//debrief 0.1.0//EN", "CALSCALE:GREGORIAN",
                "X-WR-CALNAME:Actions",
            ])
        #expect(lines[5] == "BEGIN:VTODO")
        #expect(lines[6].hasPrefix("UID:") && lines[6].hasSuffix("@debrief.invalid"))
        #expect(
            lines[7...] == [
                "DTSTAMP:20240215T143000Z", "DUE:20240215T153000Z", "SUMMARY:Renew\\; now",
                "DESCRIPTION:Incident 7\\nOwner: a\\, b", "CATEGORIES:sev1,a\\,b", "PRIORITY:1", "STATUS:NEEDS-ACTION",
                "END:VTODO", "END:VCALENDAR", "",
            ])
    }

    @Test("no text begins a line of its own, and every line is short and whole", arguments: HostileText.all)
    func hostile(_ text: String) {
        let task = CalendarFile.Task(
            identity: text, summary: "S \(text)", details: "D \(text)\r\nBEGIN:VEVENT", categories: [text])
        let text = CalendarFile(name: text, program: "p", stamp: 0, tasks: [task]).text
        for line in text.components(of: "\r\n") {
            #expect(line.utf8.count <= 75)
            #expect(line.utf8.allSatisfy { $0 >= 0x20 })
        }
        let names = unfolded(text).map { $0.components(of: ":")[0] }
        #expect(
            names == [
                "BEGIN", "VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME", "BEGIN", "UID", "DTSTAMP", "SUMMARY",
                "DESCRIPTION", "CATEGORIES", "STATUS", "END", "END", "",
            ])
    }

    @Test("long words are folded between characters and come back whole", arguments: ["ä", "👩‍💻", "x", "e\u{301}"])
    func folding(_ character: String) {
        let words = String(repeating: character, count: 200)
        let text = CalendarFile(
            name: "n", program: "p", stamp: 0, tasks: [.init(identity: "x", summary: words, details: "d")]
        ).text
        #expect(unfolded(text).contains("SUMMARY:" + words))
        #expect(text.components(of: "\r\n").allSatisfy { $0.utf8.count <= 75 })
    }

    @Test("tasks keep their UID, and differ in it")
    func identity() {
        func uid(_ identity: String, _ summary: String) -> String? {
            lines([.init(identity: identity, summary: summary, details: "d")]).first { $0.hasPrefix("UID:") }
        }
        #expect(uid("a", "one") == uid("a", "two"))
        #expect(uid("a", "one") != uid("b", "one"))
    }
}

/// A list of things to do for calendars and task lists (iCalendar, RFC 5545): CRLF, UTF-8, folded at 75 bytes, in which no
/// text can begin a line of its own.
package struct CalendarFile: Sendable {
    /// One thing to do (`VTODO`).
    package struct Task: Sendable {
        /// What tells it apart, in every run; its digest becomes the UID.
        package var identity: String
        package var summary: String
        package var details: String
        package var categories: [String]
        /// 1 is the highest, 9 the lowest.
        package var priority: Int?
        /// Seconds since 1970, UTC.
        package var due: Int64?

        package init(
            identity: String, summary: String, details: String, categories: [String] = [], priority: Int? = nil,
            due: Int64? = nil
        ) {
            self.identity = identity
            self.summary = summary
            self.details = details
            self.categories = categories
            self.priority = priority
            self.due = due
        }
    }

    /// The whole file.
    package let text: String

    /// `stamp`: the moment that the file speaks of, in seconds since 1970, UTC; `program`: who made it.
    package init(name: String, program: String, stamp: Int64, tasks: [Task]) {
        var out = CalendarLines()
        out.add("BEGIN", "VCALENDAR")
        out.add("VERSION", "2.0")
        out.add(text: "PRODID", "-//debrief//\(program)//EN")
        out.add("CALSCALE", "GREGORIAN")
        out.add(text: "X-WR-CALNAME", name)
        for task in tasks {
            let digest = SHA256Digest(of: Array(task.identity.utf8)).hex.prefix(32)
            out.add("BEGIN", "VTODO")
            out.add("UID", "\(digest)@debrief.invalid")
            out.add("DTSTAMP", Self.moment(stamp) ?? "19700101T000000Z")
            if let due = task.due.flatMap(Self.moment) { out.add("DUE", due) }
            out.add(text: "SUMMARY", task.summary)
            out.add(text: "DESCRIPTION", task.details)
            if !task.categories.isEmpty {
                out.add("CATEGORIES", task.categories.map(CalendarLines.escaped).joined(separator: ","))
            }
            if let priority = task.priority { out.add("PRIORITY", String(priority)) }
            out.add("STATUS", "NEEDS-ACTION")
            out.add("END", "VTODO")
        }
        out.add("END", "VCALENDAR")
        text = out.text
    }

    /// `20240215T142300Z`; `nil` outside the years 1970 to 9999.
    private static func moment(_ seconds: Int64) -> String? {
        guard let date = MailDate(secondsSince1970: seconds) else { return nil }
        // `Thu, 15 Feb 2024 14:23:00 +0000`
        let parts = date.text.split(separator: " ")
        guard parts.count == 6, let month = MailDate.months.firstIndex(of: String(parts[2])) else { return nil }
        let time = parts[4].filter { $0 != ":" }
        return "\(parts[3])\(month < 9 ? "0" : "")\(month + 1)\(parts[1])T\(time)Z"
    }
}

/// Content lines, folded.
private struct CalendarLines {
    private(set) var text = ""

    mutating func add(_ name: String, _ value: String) {
        var width = 0
        for character in "\(name):\(value)" {
            let bytes = character.utf8.count
            if width + bytes > 75 {
                // A character of more than a line is cut between its scalars.
                guard bytes > 74 else {
                    text += "\r\n \(character)"
                    width = 1 + bytes
                    continue
                }
                for scalar in character.unicodeScalars {
                    if width + scalar.utf8.count > 75 {
                        text += "\r\n "
                        width = 1
                    }
                    text.unicodeScalars.append(scalar)
                    width += scalar.utf8.count
                }
                continue
            }
            text.append(character)
            width += bytes
        }
        text += "\r\n"
    }

    mutating func add(text name: String, _ value: String) { add(name, Self.escaped(value)) }

    /// TEXT (RFC 5545, 3.3.11): line feeds stay as `\n`, other characters that act are shown.
    static func escaped(_ value: String) -> String {
        value.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var out = ""
            for scalar in VisibleText.line(String(line)).unicodeScalars {
                if scalar == "\\" || scalar == ";" || scalar == "," { out += "\\" }
                out.unicodeScalars.append(scalar)
            }
            return out
        }.joined(separator: "\\n")
    }
}

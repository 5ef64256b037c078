/// A moment as mails write it (RFC 5322): `Thu, 15 Feb 2024 14:23:00 +0000`.
struct MailDate {
    let text: String

    /// `nil` outside the years 1970 to 9999.
    init?(secondsSince1970 seconds: Int64) {
        guard (0..<253_402_300_800).contains(seconds) else { return nil }
        let day = Int(seconds / 86_400)
        let rest = Int(seconds % 86_400)
        // Days to a civil date, by eras of 400 years that begin on 1 March (Howard Hinnant, "chrono-Compatible
        // Low-Level Date Algorithms").
        let shifted = day + 719_468
        let era = shifted / 146_097
        let ofEra = shifted % 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * ofYear + 2) / 153
        let dayOfMonth = ofYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 2 : marchMonth - 10
        let year = yearOfEra + era * 400 + (month < 2 ? 1 : 0)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        text =
            "\(Self.weekdays[(day + 4) % 7]), \(two(dayOfMonth)) \(Self.months[month]) \(year) "
            + "\(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60)) +0000"
    }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

/// A moment as a calendar shows it in UTC.
struct CivilDate {
    /// `2026-02-03` and `10:12:44`, as digits.
    let date: String
    let time: String

    init(_ seconds: Int) {
        let day = Int((Double(seconds) / 86_400).rounded(.down))
        let rest = seconds - day * 86_400
        // H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
        let z = day + 719_468
        let era = z / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        date = "\(year)-\(twoDigits(month))-\(twoDigits(dayOfMonth))"
        time = "\(twoDigits(rest / 3600)):\(twoDigits(rest % 3600 / 60)):\(twoDigits(rest % 60))"
    }

    /// `2026-02-03T10:12:44Z`
    var rfc3339: String { date + "T" + time + "Z" }
    /// `2026-02-03 10:12:44`, as ServiceNow stores moments: in UTC, without saying so.
    var serviceNow: String { date + " " + time }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

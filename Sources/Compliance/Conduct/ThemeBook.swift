import Diagnostics
package import IncidentModel

/// What an incident is about: the service, the title and the cause of some incidents, which may be many.
package struct IncidentTheme: Sendable {
    package var service: String?
    package var title: String?
    /// The cause code, or the recorded cause.
    package var cause: String?

    package init(service: String?, title: String?, cause: String?) {
        self.service = service
        self.title = title
        self.cause = cause
    }

    package init(_ incident: borrowing Incident) {
        self.init(
            service: incident.service?.value, title: incident.title?.value,
            cause: (incident.causeCode ?? incident.rootCause)?.value)
    }
}

/// Services, causes and titles by number: what incidents are compared by (definitions, "Recurring").
struct ThemeBook: Sendable {
    /// A theme in plain words: read off on any thread.
    struct Told: Sendable {
        /// Empty where none is known.
        let service: String
        let cause: String?
        let title: [String]

        init(_ theme: IncidentTheme, by rule: Policy.RecurrenceRule) {
            service = theme.service.map { PlainWords.joined($0) } ?? ""
            cause = theme.cause.map { PlainWords.joined($0) }.flatMap {
                $0.isEmpty || rule.noCause.contains($0) ? nil : $0
            }
            title = theme.title.map { TitleWords.of($0, without: rule.emptyWords) } ?? []
        }
    }

    struct Numbers: Sendable {
        /// -1 where none is known; the same for the others.
        var service: Int32
        var cause: Int32
        /// -1 also where the title says too little.
        var title: Int32

        /// Incidents that have only their service in common do not recur.
        var saysTooLittle: Bool { cause < 0 && title < 0 }
    }

    let rule: Policy.RecurrenceRule
    private(set) var titles = TitleBook()
    private(set) var causeNames: [String] = []
    private var causes: [String: Int32] = [:]
    private var services: [String: Int32] = [:]

    init(_ rule: Policy.RecurrenceRule) { self.rule = rule }

    /// How many services there are; their numbers are smaller.
    var serviceCount: Int { services.count }

    mutating func numbers(of told: Told) -> Numbers {
        Numbers(
            service: told.service.isEmpty ? -1 : number(ofService: told.service),
            cause: told.cause.map { number(ofCause: $0) } ?? -1,
            title: told.title.count >= rule.titleWordsFrom ? titles.number(of: told.title) : -1)
    }

    private mutating func number(ofService name: String) -> Int32 {
        if let known = services[name] { return known }
        let next = Int32(truncatingIfNeeded: services.count)
        services[name] = next
        return next
    }

    private mutating func number(ofCause name: String) -> Int32 {
        if let known = causes[name] { return known }
        let next = Int32(truncatingIfNeeded: causeNames.count)
        causes[name] = next
        causeNames.append(name)
        return next
    }

    /// What titles of one moment are ordered by, so that it does not hang on the order of the inputs which of them are
    /// compared.
    func rank(of numbers: Numbers) -> UInt64 { numbers.title >= 0 ? titles[numbers.title].rank : 0 }
}

import Diagnostics
import IncidentModel

/// How many incidents of a cohort had happened before (``Recurrence``), now and in the period before.
package struct PeriodRecurrence: Sendable, Equatable {
    package var now: Count
    package var before: Count?
    /// Services with such incidents in the period, most first, then by name.
    package var services: [Service]
    /// Of Fisher's exact test; `nil` where one of the periods has no incident that can be told.
    package var p: Double?
    /// What the test could have seen with these counts.
    package var visible: VisibleChange?

    package init(
        now: Count, before: Count? = nil, services: [Service] = [], p: Double? = nil, visible: VisibleChange? = nil
    ) {
        self.now = now
        self.before = before
        self.services = services
        self.p = p
        self.visible = visible
    }

    package struct Count: Sendable, Equatable {
        package var cohort = 0
        package var recurring = 0
        /// Of how many of the cohort it can be told.
        package var told = 0

        package init(cohort: Int = 0, recurring: Int = 0, told: Int = 0) {
            self.cohort = cohort
            self.recurring = recurring
            self.told = told
        }

        package var share: Proportion? { Wilson.proportion(hits: recurring, trials: told) }
    }

    package struct Service: Sendable, Equatable {
        /// As the exports write it.
        package var name: String
        package var told = 0
        /// Ids of those that had happened before, by detection.
        package var recurring: [String] = []

        package init(name: String, told: Int = 0, recurring: [String] = []) {
            self.name = name
            self.told = told
            self.recurring = recurring
        }
    }
}

/// The same for one period, incident by incident.
struct RecurrenceTally {
    private let recurrence: Recurrence?
    private(set) var count = PeriodRecurrence.Count()
    private var services: [String: (told: Int, recurring: [(detected: Instant, id: String)])] = [:]

    init(_ recurrence: Recurrence?) { self.recurrence = recurrence }

    mutating func add(_ incident: borrowing Incident) {
        guard let recurrence else { return }
        count.cohort += 1
        guard let answer = recurrence.answer(for: copy incident) else { return }
        if case .cannotBeTold = answer { return }
        count.told += 1
        let service = incident.service?.value.trimmed ?? ""
        services[service, default: (0, [])].told += 1
        guard case .recurs = answer else { return }
        count.recurring += 1
        let detected = incident.milestones.instant(of: .detected) ?? Instant(microseconds: .max)
        services[service]?.recurring.append((detected, incident.id))
    }

    /// `nil` where nobody looked.
    func figures(against before: RecurrenceTally?, level: Double) -> PeriodRecurrence? {
        guard recurrence != nil else { return nil }
        let named = services.filter { !$0.value.recurring.isEmpty }.map { name, service in
            PeriodRecurrence.Service(
                name: name, told: service.told,
                recurring: service.recurring.sorted { ($0.detected, $0.id) < ($1.detected, $1.id) }.map(\.id))
        }
        var figures = PeriodRecurrence(
            now: count, before: before?.count,
            services: named.sorted {
                ($1.recurring.count, $1.told, $0.name) < ($0.recurring.count, $0.told, $1.name)
            })
        guard let old = before?.count else { return figures }
        figures.p = FisherExact.p(hits: count.recurring, of: count.told, against: old.recurring, of: old.told)
        figures.visible = old.share.flatMap {
            FisherPower.visible(trials: count.told, before: old.told, share: $0.value, level: level)
        }
        return figures
    }
}

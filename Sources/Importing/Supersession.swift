import Diagnostics
import IncidentModel

/// Which records a newer export tells again: of one system and one dialect, the record that was imported last is what is
/// believed of an incident. Records of one import stand beside each other, as do messages and fragments, of which each
/// says something of its own.
package struct Supersession {
    /// The records of one incident that are believed so far.
    private struct Seat {
        var isKeyless: Bool
        /// The number of their import.
        var turn: Int
        var records: [(export: Int, place: Int)]
    }

    private struct Name: Hashable {
        var dialect: String
        var system: String
        var isKey: Bool
        var text: String
    }

    private var seats: [Seat] = []
    private var seatsByName: [Name: Int] = [:]
    /// By input: the places of records that are believed no more, and the number of the import that tells them again.
    package private(set) var superseded: [[Int: Int]]

    /// By input: accounts and services that are told again.
    private var retired: [Set<String>]

    /// `turns` are the numbers of the imports that the exports came with; a higher one is newer.
    package init(_ exports: [ImportedExport], turns: [Int]) {
        superseded = Array(repeating: [:], count: exports.count)
        retired = Array(repeating: [], count: exports.count)
        let byDialect = Dictionary(grouping: exports.indices) { exports[$0].dialect ?? "" }
        for (dialect, places) in byDialect where Set(places.map { turns[$0] }).count > 1 {
            for export in places.sorted(by: { (turns[$0], $0) < (turns[$1], $1) }) {
                for (place, record) in exports[export].incidents.enumerated() where !record.isMessage {
                    take(record.incident.value, (export, place), turns[export], dialect)
                }
                let names = exports[export].accounts.map(Self.name) + exports[export].services.map(Self.name)
                for (place, name) in names.enumerated() { take(name, (export, place), turns[export], dialect) }
            }
        }
    }

    private mutating func take(
        _ incident: borrowing Incident, _ record: (export: Int, place: Int), _ turn: Int, _ dialect: String
    ) {
        let number = Name(dialect: dialect, system: incident.system, isKey: false, text: incident.id)
        let key = incident.key.map { Name(dialect: dialect, system: incident.system, isKey: true, text: $0) }
        guard let seat = seat(number, key) else {
            if let key { seatsByName[key] = seats.count }
            if seatsByName[number] == nil { seatsByName[number] = seats.count }
            seats.append(Seat(isKeyless: key == nil, turn: turn, records: [record]))
            return
        }
        if let key {
            seatsByName[key] = seat
            seats[seat].isKeyless = false
        }
        if seats[seat].turn < turn {
            for old in seats[seat].records { superseded[old.export][old.place] = turn }
            seats[seat].turn = turn
            seats[seat].records = []
        }
        seats[seat].records.append(record)
    }

    /// Where the incident of a record stands, by its key; by its number where either record has no key.
    private func seat(_ number: Name, _ key: Name?) -> Int? {
        guard let key else { return seatsByName[number] }
        if let known = seatsByName[key] { return known }
        return seatsByName[number].flatMap { seats[$0].isKeyless ? $0 : nil }
    }

    /// Accounts and services, too, stand as the newest export of their dialect tells them.
    private mutating func take(_ context: String, _ record: (export: Int, place: Int), _ turn: Int, _ dialect: String) {
        let name = Name(dialect: dialect, system: "", isKey: false, text: context)
        guard let seat = seatsByName[name] else {
            seatsByName[name] = seats.count
            seats.append(Seat(isKeyless: false, turn: turn, records: [record]))
            return
        }
        if seats[seat].turn < turn {
            for old in seats[seat].records { retired[old.export].insert(context) }
            seats[seat].turn = turn
            seats[seat].records = []
        }
        seats[seat].records.append(record)
    }

    private static func name(_ account: AccountDraft) -> String { "account " + account.account.id }
    private static func name(_ service: ServiceProfile) -> String { "service " + service.name }

    /// The same exports, with the records that are told again apart.
    package func applied(to exports: [ImportedExport]) -> [ImportedExport] {
        exports.indices.map { index in
            var export = exports[index]
            let places = superseded[index]
            if !places.isEmpty {
                for place in places.keys.sorted() {
                    let incident = export.incidents[place].incident.value
                    export.toldAgain.append(
                        RecordLedger.Entry(
                            fate: .merged, origin: incident.origin, record: incident.id, incident: incident.id,
                            reason: Self.reason))
                }
                export.incidents = export.incidents.enumerated().filter { places[$0.offset] == nil }.map(\.element)
            }
            let names = retired[index]
            guard !names.isEmpty else { return export }
            for draft in export.accounts where names.contains(Self.name(draft)) {
                export.toldAgain.append(Self.context(draft.account.origin, draft.account.id))
            }
            for service in export.services where names.contains(Self.name(service)) {
                export.toldAgain.append(Self.context(service.origin, service.name))
            }
            export.accounts.removeAll { names.contains(Self.name($0)) }
            export.services.removeAll { names.contains(Self.name($0)) }
            return export
        }
    }

    private static let reason = "a newer export tells it again"

    private static func context(_ origin: Origin, _ name: String) -> RecordLedger.Entry {
        RecordLedger.Entry(fate: .context, origin: origin, record: name, reason: reason)
    }
}

/// Which incidents of a run have been met: by the inner key of their system, or by their id where a record has no key.
struct IncidentNames {
    enum Place: Equatable {
        /// Met before, at this place.
        case known(Int)
        /// Not met before; whether another incident has its id.
        case new(hasNamesake: Bool)
    }

    private struct Name: Hashable {
        var system: String
        var isKey: Bool
        var text: String
    }

    private var places: [Name: Int] = [:]
    /// Places of incidents that no record has given a key yet.
    private var keyless: Set<Int> = []

    init(capacity: Int) { places.reserveCapacity(capacity) }

    /// Where an incident stands that was met, by its key or, failing that, by its id.
    func known(_ number: String, key: String?, in system: String) -> Int? {
        key.flatMap { places[Name(system: system, isKey: true, text: $0)] }
            ?? places[Name(system: system, isKey: false, text: number)]
    }

    /// Where the incident of a record stands; one that was not met before takes the place `next`.
    mutating func place(of number: String, key: String?, in system: String, next: Int) -> Place {
        let id = Name(system: system, isKey: false, text: number)
        guard let key else {
            if let place = places[id] { return .known(place) }
            places[id] = next
            keyless.insert(next)
            return .new(hasNamesake: false)
        }
        let name = Name(system: system, isKey: true, text: key)
        if let place = places[name] { return .known(place) }
        if let place = places[id] {
            if keyless.remove(place) != nil {
                places[name] = place
                return .known(place)
            }
            places[name] = next
            return .new(hasNamesake: true)
        }
        places[id] = next
        places[name] = next
        return .new(hasNamesake: false)
    }
}

/// A time zone: its IANA name, and how far east of UTC its clocks stand at a moment.
package struct Zone: Sendable {
    /// `Europe/Berlin`.
    package let name: String
    /// Seconds east of UTC.
    package let offset: @Sendable (Instant) -> Int

    package init(name: String, offset: @escaping @Sendable (Instant) -> Int) {
        self.name = name
        self.offset = offset
    }

    package static let utc = Zone(name: "UTC") { _ in 0 }

    /// The clock face of the zone at a moment.
    package func civilTime(at instant: Instant) -> CivilTime {
        CivilTime(utc: instant.advanced(bySeconds: offset(instant)))
    }

    /// The moment at which the zone's clocks show a time; `nil` where they show it never or twice.
    package func onlyInstant(showing time: CivilTime) -> Instant? {
        let face = time.instant
        let east = offset(face.advanced(bySeconds: -86_400))
        // No change of clocks is near on most days.
        if offset(face.advanced(bySeconds: 86_400)) == east {
            let instant = face.advanced(bySeconds: -east)
            return offset(instant) == east ? instant : nil
        }
        let instants = instants(showing: time)
        return instants.count == 1 ? instants[0] : nil
    }

    /// The moments at which the zone's clocks show a time, earliest first: one on most days, none for a time that the
    /// change to summer time skips, two for one that the change back repeats.
    package func instants(showing time: CivilTime) -> [Instant] {
        let face = time.instant
        let day = 86_400
        let offsets = Set([offset(face.advanced(bySeconds: -day)), offset(face.advanced(bySeconds: day))])
        return offsets.map { face.advanced(bySeconds: -$0) }
            .filter { $0.advanced(bySeconds: offset($0)) == face }
            .sorted()
    }
}

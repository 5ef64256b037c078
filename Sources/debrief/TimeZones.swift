import Foundation
import IncidentModel

extension Zone {
    /// A zone by its IANA name, from the system's time zone data.
    init?(named name: String) {
        if name == "UTC" {
            self = .utc
            return
        }
        guard let zone = TimeZone(identifier: name),
            TimeZone.knownTimeZoneIdentifiers.contains(name) || name.contains("/")
        else { return nil }
        self.init(name: name) { instant in
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds)))
        }
    }
}

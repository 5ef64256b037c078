/// An incident in one place, so that copies of what holds it are cheap: it takes about a kilobyte.
///
/// Not generic: reading a generic class's field from another room copies the value.
package final class SharedIncident: Sendable {
    package let value: Incident

    package init(_ value: consuming Incident) { self.value = value }
}

extension SharedIncident: Equatable {
    package static func == (left: SharedIncident, right: SharedIncident) -> Bool {
        left === right || left.value == right.value
    }
}

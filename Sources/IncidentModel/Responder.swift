package import Diagnostics

/// A person or team with a part in the response.
package struct Responder: Sendable, Equatable {
    package var role: String
    package var name: String?
    package var team: String?
    package var status: String?
    package var origin: Origin

    package init(role: String, name: String?, team: String? = nil, status: String? = nil, origin: Origin) {
        self.role = role
        self.name = name
        self.team = team
        self.status = status
        self.origin = origin
    }
}

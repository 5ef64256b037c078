import Diagnostics
import IncidentModel
import Testing

@testable import Importing

@Suite struct IncidentNamesTests {
    private func incident(_ id: String, _ key: String?) -> Incident {
        var incident = Incident(id: id, system: "servicenow-xml", origin: .whole(SourceID(0)))
        incident.key = key
        return incident
    }

    @Test func `a number given out twice names two incidents`() {
        var names = IncidentNames(capacity: 4)
        #expect(names.place(of: incident("INC1", "a"), next: 0) == .new(hasNamesake: false))
        #expect(names.place(of: incident("INC1", "b"), next: 1) == .new(hasNamesake: true))
        #expect(names.place(of: incident("INC1", "a"), next: 2) == .known(0))
        #expect(names.place(of: incident("INC1", "b"), next: 2) == .known(1))
    }

    @Test func `a record without a key is the incident of its number, and takes a key later`() {
        var names = IncidentNames(capacity: 4)
        #expect(names.place(of: incident("INC1", nil), next: 0) == .new(hasNamesake: false))
        #expect(names.place(of: incident("INC1", "a"), next: 1) == .known(0))
        #expect(names.place(of: incident("INC1", "b"), next: 1) == .new(hasNamesake: true))
        #expect(names.place(of: incident("INC1", nil), next: 2) == .known(0))
    }

    @Test func `the ids of two systems are two`() {
        var names = IncidentNames(capacity: 4)
        var other = incident("INC1", nil)
        other.system = "coordinator"
        #expect(names.place(of: incident("INC1", nil), next: 0) == .new(hasNamesake: false))
        #expect(names.place(of: other, next: 1) == .new(hasNamesake: false))
    }
}

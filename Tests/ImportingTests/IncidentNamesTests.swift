import Testing

@testable import Importing

@Suite struct IncidentNamesTests {
    @Test func `a number given out twice names two incidents`() {
        var names = IncidentNames(capacity: 4)
        #expect(names.place(of: "INC1", key: "a", in: "servicenow", next: 0) == .new(hasNamesake: false))
        #expect(names.place(of: "INC1", key: "b", in: "servicenow", next: 1) == .new(hasNamesake: true))
        #expect(names.place(of: "INC1", key: "a", in: "servicenow", next: 2) == .known(0))
        #expect(names.place(of: "INC1", key: "b", in: "servicenow", next: 2) == .known(1))
    }

    @Test func `a record without a key is the incident of its number, and takes a key later`() {
        var names = IncidentNames(capacity: 4)
        #expect(names.place(of: "INC1", key: nil, in: "servicenow", next: 0) == .new(hasNamesake: false))
        #expect(names.place(of: "INC1", key: "a", in: "servicenow", next: 1) == .known(0))
        #expect(names.place(of: "INC1", key: "b", in: "servicenow", next: 1) == .new(hasNamesake: true))
        #expect(names.place(of: "INC1", key: nil, in: "servicenow", next: 2) == .known(0))
    }

    @Test func `the ids of two systems are two`() {
        var names = IncidentNames(capacity: 4)
        #expect(names.place(of: "INC1", key: nil, in: "servicenow", next: 0) == .new(hasNamesake: false))
        #expect(names.place(of: "INC1", key: nil, in: "coordinator", next: 1) == .new(hasNamesake: false))
    }
}

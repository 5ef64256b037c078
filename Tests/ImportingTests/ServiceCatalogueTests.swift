import Diagnostics
import IncidentModel
import Testing

@testable import Importing

@Suite struct ServiceCatalogueTests {
    @Test func `catalogues of one service complete each other, and what was read first stands`() throws {
        let origin = Origin.whole(SourceID(0))
        var export = ImportedExport(source: SourceID(0), dialect: nil)
        export.services = [
            ServiceProfile(name: "checkout", health: "Degraded", origin: origin),
            ServiceProfile(
                name: "Checkout", criticality: Sourced("critical", origin), owner: "Payments", health: "fine",
                origin: origin),
        ]
        var incident = Incident(id: "INC-1", system: "coordinator", origin: origin)
        incident.service = Sourced("CHECKOUT", origin)
        let context = IncidentContext([export], rules: JoiningRules())
        let profile = try #require(context.completed(SharedIncident(incident)).value.story.serviceProfile)
        #expect(profile.criticality?.value == "critical")
        #expect(profile.owner == "Payments")
        #expect(profile.health == "Degraded")
    }
}

import ArgumentParser
import BuiltInTemplates
import Compliance
import Diagnostics
import Importing
import IncidentModel
import Reporting
import Syntax

extension ExplainCommand {
    /// One incident, or something of it. Namesakes are explained one after the other.
    func incident(_ words: [String], in exports: [String], world: World) async throws {
        guard let id = words.first, words.count <= 2 else {
            throw ValidationError(
                "name one incident and at most one thing of it, such as a clock; or a period (--week) and a clock")
        }
        let batch = try await Batch.read(exports, input, judging, depth: .everything, world: world)
        try ExportsAndIDs.check([id], against: batch, world: world)
        let room = room(batch.sources, batch.inputs, batch.edition.book)
        let assessor = Assessor(book: batch.edition.book, asOf: batch.edition.asOf, recurrence: batch.recurrence)
        let edition = batch.newsroom.edition
        let topic = words.dropFirst().first
        let found = batch.incidents.filter { $0.incident.id == id }.compactMap { assessed in
            IncidentExplanation(of: assessed, edition: edition, by: assessor, recurrence: batch.recurrence, room: room)
                .explanation(of: topic)
        }
        if let topic, found.isEmpty {
            let near = NearestWord.to(topic, among: IncidentExplanation.words(of: edition.policy))
            throw unknown(topic, among: [near].compactMap { $0 }, "no clock, duty, trigger or message of its policy")
        }
        try finish(found, of: batch, world: world)
    }

    /// A clock's or a metric's figure in a period.
    func figure(_ words: [String], in exports: [String], world: World) async throws {
        let severities = words.compactMap { Severity(rawValue: $0.lowercased()) }
        let names = words.filter { Severity(rawValue: $0.lowercased()) == nil }
        guard let name = names.first, names.count == 1, severities.count <= 1 else {
            throw ValidationError("name one clock or metric, and at most one severity: --week 2026-W06 resolve sev1")
        }
        let batch = try await Batch.read(exports, input, judging, depth: .figures, world: world)
        let clocks = batch.edition.book.clocks
        guard
            let figure = clocks.first(where: { $0.id == name }).map(ReportFigure.clock)
                ?? Metric.catalog.first(where: { $0.id == name }).map(ReportFigure.metric)
        else {
            let near = NearestWord.to(name, among: clocks.map(\.id) + Metric.catalog.map(\.id))
            throw unknown(name, among: [near].compactMap { $0 }, "no clock of the policy, and no metric")
        }
        let report = batch.report(try period.period(asOf: batch.edition.asOf, in: batch.zone), cohort: cohort)
        let explanation = FigureExplanation(
            of: figure, in: report, over: batch.incidents, edition: batch.edition,
            room: room(batch.sources, batch.inputs, batch.edition.book))
        try finish([explanation.explanation(at: severities.first)], of: batch, world: world)
    }

    private func finish(_ explanations: [Explanation], of batch: Batch, world: World) throws {
        try say(explanations, world: world)
        Voice(voice, world: world, most: 20)
            .say(batch.diagnostics, sources: batch.sources, inputs: batch.inputs, world: world)
        if let status = batch.status(voice) { throw status }
    }

    /// The lines of the inputs, and those of the built-in policy where it judges.
    func room(_ sources: SourceList, _ texts: [SourceID: InputText], _ book: PolicyBook) -> ExhibitRoom {
        var texts = texts
        let builtIn = judging.policy.isEmpty ? book.newest.origin?.source : nil
        if let builtIn { texts[builtIn] = InputText(BuiltInTemplates.files[Configuration.builtInPolicy] ?? "") }
        let lines = texts
        return ExhibitRoom(sources: sources, builtIn: builtIn) { origin in
            lines[origin.source]?.line(Int(origin.line), around: Int(origin.column)).map {
                Excerpt(line: $0.text, column: $0.column, number: Int(origin.line))
            }
        }
    }
}

package import Diagnostics

extension Incident {
    /// What only pages about the one incident need. A part that clocks look at is read in place: a copy of the whole
    /// counts references to all of it.
    package var story: Story {
        get { stories.first ?? Story() }
        set { stories = [newValue] }
        _modify {
            if stories.isEmpty { stories.append(Story()) }
            yield &stories[0]
        }
    }

    /// Whether a story was told, be it an empty one.
    package var hasStory: Bool { !stories.isEmpty }

    package mutating func forgetStory() { stories = [] }

    package var description: Sourced<String>? {
        get { story.description }
        set { story.description = newValue }
    }
    /// Read in place, and never inlined: the optimiser of Swift 6.3.1 cannot lay such getters of a large value into
    /// others. So is ``source``.
    package var team: Sourced<String>? {
        @inline(never) get { stories.isEmpty ? nil : stories[0].team }
        set { story.team = newValue }
    }
    package var source: Sourced<String>? {
        @inline(never) get { stories.isEmpty ? nil : stories[0].source }
        set { story.source = newValue }
    }
    package var rootCause: Sourced<String>? {
        get { story.rootCause }
        set { story.rootCause = newValue }
    }
    package var causeCode: Sourced<String>? {
        get { story.causeCode }
        set { story.causeCode = newValue }
    }
    package var isCauseConfirmed: Bool {
        get { story.isCauseConfirmed }
        set { story.isCauseConfirmed = newValue }
    }
    package var resolution: Sourced<String>? {
        get { story.resolution }
        set { story.resolution = newValue }
    }
    package var impact: Impact {
        get { stories.isEmpty ? Impact() : stories[0].impact }
        set { story.impact = newValue }
    }
    package var responders: [Responder] {
        get { stories.isEmpty ? [] : stories[0].responders }
        set { story.responders = newValue }
    }
    package var timeline: [TimelineEntry] {
        get { stories.isEmpty ? [] : stories[0].timeline }
        set { story.timeline = newValue }
    }
    package var communications: [Communication] {
        get { stories.isEmpty ? [] : stories[0].communications }
        set { story.communications = newValue }
    }
    package var actions: [ActionItem] {
        get { stories.isEmpty ? [] : stories[0].actions }
        set { story.actions = newValue }
    }
    package var accounts: [Account] {
        get { stories.isEmpty ? [] : stories[0].accounts }
        set { story.accounts = newValue }
    }
    package var deployments: [Deployment] {
        get { story.deployments }
        set { story.deployments = newValue }
    }
    package var references: [Reference] {
        get { story.references }
        set { story.references = newValue }
    }
    package var serviceProfile: ServiceProfile? {
        get { story.serviceProfile }
        set { story.serviceProfile = newValue }
    }
}

/// The part of an incident that figures do not need: what happened, who was touched, what was said and done.
package struct Story: Sendable, Equatable {
    package var description: Sourced<String>?
    package var team: Sourced<String>?
    /// What raised the alarm, in the export's words.
    package var source: Sourced<String>?
    package var rootCause: Sourced<String>?
    /// The cause as a word of a list, where the exporting system keeps one: `configuration-change`.
    package var causeCode: Sourced<String>?
    /// Whether the cause is marked as confirmed for publication.
    package var isCauseConfirmed = false
    /// What was done to resolve it, in the export's words.
    package var resolution: Sourced<String>?
    package var impact = Impact()
    package var responders: [Responder] = []
    package var timeline: [TimelineEntry] = []
    package var communications: [Communication] = []
    /// Whether the export keeps a log of all messages, be it an empty one.
    package var keepsMessageLog = false
    package var actions: [ActionItem] = []
    package var accounts: [Account] = []
    package var deployments: [Deployment] = []
    /// What a service catalogue says about the affected service.
    package var serviceProfile: ServiceProfile?
    package var references: [Reference] = []

    package init() {}
}

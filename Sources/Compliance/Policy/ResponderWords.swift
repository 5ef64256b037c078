/// Whose entries in a timeline are a responder's: words in the policy file.
///
/// The people and teams that an incident names as its responders count in any case, machines never.
package struct ResponderWords: Sendable, Equatable {
    /// Words that an actor is a responder by, plain and between two spaces.
    private var words: Set<String>
    private var machines: Set<String>

    package init(words: Set<String>, machines: Set<String>) {
        self.words = Set(words.map { " \(NoticeWords.plain($0)) " })
        self.machines = Set(machines.map { " \(NoticeWords.plain($0)) " })
    }

    package enum Reading: Sendable { case responder, machine, unknown }

    /// Compared as whole words; in an actor that has words of both, the machine counts.
    package func reading(of actor: String) -> Reading {
        let text = " \(NoticeWords.plain(actor)) "
        if machines.contains(where: { text.contains($0) }) { return .machine }
        return words.contains { text.contains($0) } ? .responder : .unknown
    }

    /// The word that decides about an actor, without anything around it; `nil` where none does.
    package func word(in actor: String) -> String? {
        let text = " \(NoticeWords.plain(actor)) "
        let found = machines.filter { text.contains($0) }.min() ?? words.filter { text.contains($0) }.min()
        return found.map { String($0.dropFirst().dropLast()) }
    }
}

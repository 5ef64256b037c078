/// How many closed action items held, and how many did not.
package struct EfficacyCount: Sendable, Equatable {
    package var recurred = 0
    package var mayHaveRecurred = 0
    package var held = 0
    package var tooEarly = 0
    package var unproven = 0
    /// Of ``recurred``, those that would be said to have held otherwise.
    package var recurredInsteadOfHeld = 0

    package init(_ all: some Sequence<ActionEfficacy>) {
        for one in all {
            switch one {
            case .recurred(let returns):
                recurred += 1
                if returns.couldHaveHeld { recurredInsteadOfHeld += 1 }
            case .mayHaveRecurred: mayHaveRecurred += 1
            case .held: held += 1
            case .tooEarly: tooEarly += 1
            case .unproven: unproven += 1
            }
        }
    }

    package var all: Int { recurred + mayHaveRecurred + held + tooEarly + unproven }

    /// Of those that either held or would have, the share after which an incident came back; with its Wilson 95 % interval.
    /// `nil` without any. One that came back tells at once, one that holds only at the end of its window, and only where
    /// all that came can be compared: counted otherwise, what is young or says little would make the share look bad.
    package var share: Proportion? {
        Wilson.proportion(hits: recurredInsteadOfHeld, trials: recurredInsteadOfHeld + held)
    }
}

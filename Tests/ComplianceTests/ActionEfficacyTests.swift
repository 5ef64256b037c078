import Diagnostics
import IncidentModel
import Testing

@testable import Compliance

/// Everything is counted in seconds from that Monday on; the incident of the action was detected then. The window is a
/// thousand seconds.
struct ActionEfficacyTests {
    /// One closing, what was detected afterwards, and what is told of the item at a moment.
    struct Case: Sendable, CustomTestStringConvertible {
        var closing: ActionClosing?
        var later: [Int]
        var asOf: Int
        var told: String
        var testDescription: String { "\(closing.map { "\($0)" } ?? "–"), \(later), as of \(asOf)" }

        init(_ closing: ActionClosing?, _ later: [Int], asOf: Int, _ told: String) {
            (self.closing, self.later, self.asOf, self.told) = (closing, later, asOf, told)
        }
    }

    private static func at(_ seconds: Int) -> ActionClosing { .at(.monday(seconds)) }
    private static func between(_ open: Int?, _ closed: Int) -> ActionClosing {
        .between(open.map { .monday($0) }, .monday(closed))
    }

    private func rule() -> Policy.RecurrenceRule {
        var rule = Policy.RecurrenceRule()
        rule.window = .seconds(1000)
        rule.named = 2
        return rule
    }

    private func words(_ efficacy: ActionEfficacy) -> String {
        func words(_ returns: ActionEfficacy.Returns) -> String {
            returns.first.map { " \($0.place):\($0.seconds)" }.joined() + (returns.isMore ? " …" : "")
                + (returns.couldHaveHeld ? " over" : "")
        }
        return switch efficacy {
        case .recurred(let returns): "recurred" + words(returns)
        case .mayHaveRecurred(let returns): "may have" + words(returns)
        case .held: "held"
        case .tooEarly(let until): "too early until \(until.wholeSeconds(since: .monday()))"
        case .unproven(let doubt): "unproven \(doubt)"
        }
    }

    @Test(
        arguments: [
            // Detected in the second of the closing, the second after, the window's last second, and the one after.
            Case(at(100), [100], asOf: 500, "too early until 1100"),
            Case(at(100), [101], asOf: 500, "recurred 0:1"),
            Case(at(100), [1100], asOf: 1100, "recurred 0:1000"),
            Case(at(100), [1101], asOf: 1101, "held"),
            // The report moment in the window's last second, and the one after.
            Case(at(100), [], asOf: 1100, "too early until 1100"),
            Case(at(100), [], asOf: 1101, "held"),
            Case(at(100), [101], asOf: 1100, "recurred 0:1"),
            Case(at(100), [101], asOf: 1101, "recurred 0:1 over"),
            // Only what came after both the closing and the detection counts; as many are named as the policy names.
            Case(at(100), [-5, 0, 50, 200], asOf: 500, "recurred 3:100"),
            Case(at(100), [200, 300, 400], asOf: 500, "recurred 0:100 1:200 …"),
            Case(at(0), [0, 1], asOf: 500, "recurred 1:1"),
            Case(at(-1), [1], asOf: 500, "unproven closedBeforeDetection"),
            Case(at(600), [], asOf: 500, "too early until 1600"),
            Case(nil, [200], asOf: 5000, "unproven closing"),
        ])
    func `A closed action recurred, held, or is too young to tell`(_ one: Case) throws {
        #expect(words(try judged(one)) == one.told)
    }

    @Test(
        arguments: [
            // After both moments it is certain; between them it may have been before the closing.
            Case(between(100, 300), [301], asOf: 500, "recurred 0:1"),
            Case(between(100, 300), [300], asOf: 500, "may have 0:0"),
            Case(between(100, 300), [101], asOf: 500, "may have 0:-199"),
            Case(between(100, 300), [100], asOf: 500, "too early until 1300"),
            Case(between(100, 300), [150, 350], asOf: 500, "recurred 1:50"),
            // The window ends a thousand seconds after the closing: certain within it, whichever moment that was.
            Case(between(100, 300), [1100], asOf: 1200, "recurred 0:800"),
            Case(between(100, 300), [1101], asOf: 1200, "may have 0:801"),
            Case(between(100, 300), [1300], asOf: 1301, "may have 0:1000 over"),
            Case(between(100, 300), [1301], asOf: 1301, "held"),
            Case(between(100, 300), [], asOf: 1300, "too early until 1300"),
            // Never seen open: closed after the detection of its incident.
            Case(between(nil, 300), [301], asOf: 500, "recurred 0:1"),
            Case(between(nil, 300), [1], asOf: 500, "unproven closing"),
            Case(between(nil, 300), [1, 301], asOf: 500, "recurred 1:1"),
            Case(between(nil, 300), [], asOf: 1300, "too early until 1300"),
            Case(between(nil, 300), [], asOf: 1301, "held"),
            Case(between(nil, 2000), [2001], asOf: 2500, "unproven closing"),
            Case(between(-50, 300), [1], asOf: 500, "may have 0:-299"),
            Case(between(nil, -1), [1], asOf: 500, "unproven closedBeforeDetection"),
        ])
    func `Between two imports nothing is guessed`(_ one: Case) throws {
        #expect(words(try judged(one)) == one.told)
    }

    private func judged(_ one: Case) throws -> ActionEfficacy {
        let later = one.later.enumerated().map { Aftermath.Later(detected: .monday($0.element), place: $0.offset) }
        let matches = Aftermath.Matches(detected: .monday(), sameCause: later.sorted())
        let asOf = Instant.monday(one.asOf)
        return ActionEfficacy(of: one.closing, after: .known(matches), by: rule(), asOf: asOf)
    }

    /// Closed at 100, watched for 1000 seconds, and it is 5000.
    @Test(arguments: [(nil, "held"), (1101, "held"), (1100, "too early until 1100"), (90, "too early until 1100")])
    func `It held only as far as the exports reach`(toldUntil: Int?, told: String) {
        var matches = Aftermath.Matches(detected: .monday())
        matches.toldUntil = toldUntil.map { .monday($0) }
        let efficacy = ActionEfficacy(
            of: .at(.monday(100)), after: .known(matches), by: rule(), asOf: .monday(5000))
        #expect(words(efficacy) == told)
    }

    @Test func `An incident that is alike by cause and by title is named once`() {
        let later = [Aftermath.Later(detected: .monday(20), place: 7), .init(detected: .monday(30), place: 3)]
        let matches = Aftermath.Matches(
            detected: .monday(), sameCause: later, titleAlike: [later[0], .init(detected: .monday(25), place: 9)])
        let efficacy = ActionEfficacy(
            of: .at(.monday(10)), after: .known(matches), by: rule(), asOf: .monday(50))
        #expect(words(efficacy) == "recurred 7:10 9:15 …")
    }

    @Test func `It did not hold for certain while something that came after cannot be compared`() {
        var matches = Aftermath.Matches(detected: .monday())
        let silent = [Aftermath.Later(detected: .monday(900), place: 1)]
        matches.silent = silent
        func told(_ closing: Int, asOf: Int) -> String {
            words(
                ActionEfficacy(
                    of: .at(.monday(closing)), after: .known(matches), by: rule(), asOf: .monday(asOf)))
        }
        #expect(told(100, asOf: 2000) == "unproven incomparable")
        #expect(told(900, asOf: 2000) == "held")
        // What would not be told otherwise is no part of a share.
        matches.sameCause = [Aftermath.Later(detected: .monday(950), place: 2)]
        #expect(told(100, asOf: 2000) == "recurred 2:850")
        #expect(told(900, asOf: 2000) == "recurred 2:50 over")
        matches.sameCause = []
        #expect(told(100, asOf: 1000) == "too early until 1100")
        matches.silent = []
        matches.isCut = true
        #expect(told(100, asOf: 2000) == "unproven tooManyTitles")
        #expect(
            words(
                ActionEfficacy(
                    of: .at(.monday(1)), after: .cannotBeTold(["service"]), by: rule(), asOf: .monday(50)))
                == "unproven missing([\"service\"])")
    }

    @Test func `A share is of actions that held or would have`() {
        func recurred(_ couldHaveHeld: Bool) -> ActionEfficacy {
            .recurred(.init(first: [], isMore: false, couldHaveHeld: couldHaveHeld))
        }
        let count = EfficacyCount([
            recurred(true), recurred(false), recurred(false), .held, .held, .held, .tooEarly(until: .monday()),
            .mayHaveRecurred(.init(first: [], isMore: false, couldHaveHeld: true)), .unproven(.closing),
        ])
        #expect(count.all == 9)
        #expect(count.recurred == 3)
        #expect(count.share?.hits == 1)
        #expect(count.share?.trials == 4)
        #expect(EfficacyCount([recurred(false), .tooEarly(until: .monday())]).share == nil)
    }
}

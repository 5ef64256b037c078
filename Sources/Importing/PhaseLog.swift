import Diagnostics
import IncidentModel
import Syntax

/// What a record's own log says about the phases of its incident: openings, acknowledgements and resolutions, in
/// whatever order they were written down.
struct PhaseLog {
    enum Phase { case opened, acknowledged, resolved }

    private var changes: [(phase: Phase, at: Stamp)] = []

    mutating func add(_ phase: Phase, at stamp: Stamp?) {
        if let stamp { changes.append((phase, stamp)) }
    }

    /// When somebody took it on first. What is acknowledged after a resolution is not taken on any more: some systems
    /// acknowledge by themselves whatever is left over then.
    var firstAcknowledgement: Stamp? {
        var isResolved = false
        for change in sorted {
            switch change.phase {
            case .resolved: isResolved = true
            case .opened: isResolved = false
            case .acknowledged: if !isResolved { return change.at }
            }
        }
        return nil
    }

    /// The last resolution, unless the incident was opened again after it.
    var standingResolution: Stamp? {
        guard let last = changes.filter({ $0.phase == .resolved }).map(\.at).max(by: Self.isEarlier) else { return nil }
        let isUndone = changes.contains { $0.phase == .opened && last.value < $0.at.value }
        return isUndone ? nil : last
    }

    /// How often it was opened after a resolution.
    var reopenings: Int {
        var isResolved = false
        var count = 0
        for change in sorted {
            switch change.phase {
            case .resolved: isResolved = true
            case .opened:
                if isResolved { count += 1 }
                isResolved = false
            case .acknowledged: break
            }
        }
        return count
    }

    private var sorted: [(phase: Phase, at: Stamp)] { changes.sorted { Self.isEarlier($0.at, $1.at) } }

    /// Of one moment, what stands first in the file.
    private static func isEarlier(_ left: Stamp, _ right: Stamp) -> Bool {
        (left.value, left.origin) < (right.value, right.origin)
    }
}

extension Stamp {
    /// The earlier of two moments, where both are known.
    static func earlier(_ left: Stamp?, _ right: Stamp?) -> Stamp? {
        guard let left, let right else { return left ?? right }
        return right.value < left.value ? right : left
    }
}

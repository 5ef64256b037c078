import ArgumentParser

/// The exit statuses that scripts rely on (sysexits.h where it has a word for it).
enum ExitStatus {
    /// `check` or `lint` found something; `report --fail-on-breach` found a breach.
    static let findings = ExitCode(1)
    static let usage = ExitCode(64)
    /// Some input was rejected; the rest is done.
    static let dataRejected = ExitCode(65)
    static let noInput = ExitCode(66)
    static let cannotWrite = ExitCode(73)
    /// Policy, template or field map broken.
    static let configuration = ExitCode(78)

    static func of(_ fault: WorldFault) -> ExitCode {
        switch fault.kind {
        case .noInput, .cannotRead: noInput
        case .cannotWrite: cannotWrite
        }
    }
}

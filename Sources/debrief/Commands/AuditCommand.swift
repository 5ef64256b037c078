import ArgumentParser

/// The evidence of a period for an auditor, and its check.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Write the audit pack of a period, or check one.",
        discussion: """
            Examples:
              debrief audit exports/ --quarter 2026-Q1 --out pack
              debrief audit exports/ --quarter 2026-Q1 --sample 40 --seed 20260401 --regime gdpr --out pack
              debrief audit exports/ --quarter 2026-Q1 --previous pack --out restated
              debrief audit verify pack
            """,
        subcommands: [AuditPackCommand.self, AuditVerifyCommand.self], defaultSubcommand: AuditPackCommand.self)
}

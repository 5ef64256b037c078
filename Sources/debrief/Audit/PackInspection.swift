import ArgumentParser
import Compliance
import Diagnostics
import IncidentModel
import Reporting
import Syntax
import Typesetting

/// Whether a pack still says what its own evidence says.
///
/// 1. Every file against the manifest.
/// 2. The exports and texts against the digests that the data names.
/// 3. The whole pack made again, from nothing but what stands in it: population, verdicts, tables and page.
struct PackInspection {
    /// What differs; nothing for a pack that holds.
    var findings: [Diagnostic] = []
    /// Whether the data of the pack could not be read, so that nothing was derived.
    private(set) var isUnreadable = false
    /// SHA-256 of the manifest.
    private(set) var manifestDigest: String?
    /// Promises that were derived anew.
    private(set) var derived = 0
    let files: Int

    init(_ folder: PackFolder, width: Int) async throws {
        files = folder.files.count
        findings = folder.diagnostics
        let manifest = try folder.manifestFindings()
        findings += manifest.findings
        manifestDigest = manifest.digest
        do {
            guard let text = try folder.open(PackData.path) else {
                throw PackData.Fault(diagnostic: Diagnostic(.auditUnreadable, "\(PackData.path) is missing"))
            }
            let data = try await PackData.read(text, named: PackData.path)
            try compareKept(data, in: folder)
            let earlier = try await previous(in: folder)
            let request = try AuditRequest(data, previous: earlier)
            let press = try await AuditPress(request, world: PackWorld(folder, data).world(width: width))
            derived = press.pack.incidents.reduce(0) { $0 + $1.promises.count }
            try await compare(press, with: data, in: folder, isListed: manifest.isListed, width: width)
        } catch let fault as PackData.Fault {
            findings.append(fault.diagnostic)
            isUnreadable = true
        } catch let fault as WorldFault {
            unreadable("\(visible(fault.path)): \(fault.reason)")
        } catch let broken as BrokenConfiguration {
            for fault in broken.diagnostics where fault.level == .error {
                let place = fault.origin.map { broken.sources.lineAddress(of: $0) + ": " } ?? ""
                unreadable("\(place)\(fault.message)")
            }
        } catch AuditRequest.Fault.noRegime {
            unreadable("it names a regime that its own texts do not have")
        } catch {
            unreadable(InputOptions.message(for: error))
        }
    }

    private func previous(in folder: PackFolder) async throws -> PackData? {
        guard let text = try folder.open(PackData.previousFile) else { return nil }
        return try await PackData.read(text, named: PackData.previousFile, withFacts: true)
    }

    private mutating func unreadable(_ message: String) {
        findings.append(Diagnostic(.auditUnreadable, message))
        isUnreadable = true
    }

    // MARK: What it was made of

    private mutating func compareKept(_ data: PackData, in folder: PackFolder) throws {
        for kept in data.exports {
            guard let digest = try digest(of: kept.file, in: folder), digest != kept.sha256 else { continue }
            findings.append(
                Diagnostic(
                    .auditExport,
                    "\(visible(kept.file)) is not the export that was read: \(PackData.path) names another SHA-256"))
        }
        var policies: Set<String> = []
        for kept in data.texts {
            guard let digest = try digest(of: kept.file, in: folder) else { continue }
            if kept.kind == "policy" { policies.insert(digest) }
            guard digest != kept.sha256 else { continue }
            findings.append(
                Diagnostic(
                    .auditPolicy,
                    "\(visible(kept.file)) is not the \(kept.kind) that judged: \(PackData.path) names another SHA-256")
            )
        }
        for policy in data.policies where !policies.contains(policy) {
            findings.append(
                Diagnostic(.auditPolicy, "no policy of the pack has the SHA-256 \(visible(policy)), which judged"))
        }
    }

    private func digest(of file: String, in folder: PackFolder) throws -> String? {
        try folder.open(file).map(PackFolder.digest)
    }

    // MARK: What it says

    private mutating func compare(
        _ press: AuditPress, with data: PackData, in folder: PackFolder, isListed: (String) -> Bool, width: Int
    ) async throws {
        try await compare(press.pack, with: data, width: width)
        let isSameProgram = press.pack.edition.program == data.facts.program
        var expected: Set<String> = [PackManifest.path]
        /// Pages and tables that another version makes otherwise.
        var others: [String] = []
        for file in press.files {
            expected.insert(file.path)
            let isRecord = file.path.hasPrefix("evidence/records/")
            if case .input = file.contents { continue }
            guard let text = try folder.open(file.path) else {
                findings.append(
                    Diagnostic(.auditMissing, "\(file.path) is missing, and the evidence of the pack makes it"))
                continue
            }
            var comparison = TextComparison(text)
            try await file.read(width: width) { comparison.take($0) }
            guard let finding = comparison.finding(in: file.path) else { continue }
            if !isRecord, !isSameProgram {
                others.append(file.path)
                continue
            }
            findings.append(
                isRecord
                    ? Diagnostic(
                        .auditRecord, "\(file.path) is not the record that stands in its export, word for word")
                    : finding)
        }
        if !isSameProgram {
            findings.append(
                Diagnostic(
                    .auditProgram,
                    "made by \(visible(data.facts.program)), checked by \(press.pack.edition.program), which would write otherwise: "
                        + (others.isEmpty ? "nothing" : others.joined(separator: ", "))))
        }
        // One that the manifest does not list was told already.
        for file in folder.files.subtracting(expected).sorted() where isListed(file) {
            findings.append(
                Diagnostic(.auditAdditional, "\(visible(file)) is nothing that the evidence of the pack makes"))
        }
    }
}

import Diagnostics
import Syntax

/// A text of a pack against the one that its evidence makes: the first line that differs.
struct TextComparison {
    private let told: InputText
    /// Up to where both are alike.
    private var at = 0
    /// What the evidence makes from the first difference on: enough of it to be shown.
    private var rest: [UInt8]?

    init(_ told: InputText) { self.told = told }

    /// Takes what the evidence makes, part by part; `false` where no more of it is wanted.
    mutating func take(_ part: [UInt8]) -> Bool {
        if let known = rest {
            rest = known + part
            return known.count + part.count < Self.shown
        }
        let start = at
        let isAlike = told.withUnsafeBytes { bytes in
            part.withUnsafeBytes { part in
                part.count <= bytes.count - start
                    && part.elementsEqual(UnsafeRawBufferPointer(rebasing: bytes[start..<start + part.count]))
            }
        }
        if isAlike {
            at += part.count
            told.forget(before: at)
            return true
        }
        let common = told.withUnsafeBytes { bytes in zip(bytes[start...], part).prefix { $0 == $1 }.count }
        at += common
        rest = Array(part[common...])
        return part.count - common < Self.shown
    }

    /// Bytes of a line that are enough to show.
    private static let shown = 1_024

    /// What to say of the difference; `nil` where there is none.
    func finding(in path: String) -> Diagnostic? {
        guard rest != nil || at < told.count else { return nil }
        return told.withUnsafeBytes { bytes in
            let number = bytes[..<at].count { $0 == 0x0A } + 1
            let start = bytes[..<at].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            let one = line(bytes[start..<min(bytes.count, at + Self.shown)])
            let other = line(Array(bytes[start..<at].prefix(Self.shown)) + (rest ?? []))
            return Diagnostic(
                .auditPage,
                "\(path), line \(number), is not what the evidence makes: \(one), where \(other) would stand")
        }
    }

    private func line(_ bytes: some Sequence<UInt8>) -> String {
        let line = bytes.prefix { $0 != 0x0A }
        let all = Array(bytes)
        if all.isEmpty { return "the end" }
        return "“\(visible(String(String(decoding: Array(line), as: UTF8.self).prefix(80))))”"
    }
}

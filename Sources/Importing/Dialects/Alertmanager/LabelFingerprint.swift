import Diagnostics
import Syntax

/// What Prometheus calls a set of labels: FNV-1a over names and values in the order of the names, each followed by a byte
/// that no text holds (`model.LabelSet.Fingerprint`). Messages of old versions leave it out.
enum LabelFingerprint {
    /// `nil` where there are no labels.
    static func of(_ labels: RecordReader?) -> Sourced<String>? {
        guard let labels else { return nil }
        let pairs = labels.members.map { (name: Array($0.name.utf8), value: $0.reader.ownText?.value ?? "") }
            .sorted { $0.name.lexicographicallyPrecedes($1.name) }
        guard !pairs.isEmpty else { return nil }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        for pair in pairs {
            add(pair.name)
            add([0xFF])
            add(pair.value.utf8)
            add([0xFF])
        }
        let digits = String(hash, radix: 16)
        return Sourced(String(repeating: "0", count: 16 - digits.count) + digits, labels.origin)
    }
}

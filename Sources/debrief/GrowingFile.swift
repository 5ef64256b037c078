/// A file in the making. It stands under its final name when it is finished, and not before; one that is abandoned leaves
/// nothing behind.
package protocol GrowingFile: AnyObject {
    func append(_ bytes: [UInt8]) throws(WorldFault)
    func finish() throws(WorldFault)
    func abandon()
}

/// For a world that only knows whole files.
final class FileOfParts: GrowingFile {
    private let path: String
    private let write: @Sendable (_ path: String, _ bytes: [UInt8]) throws(WorldFault) -> Void
    private var bytes: [UInt8] = []

    init(path: String, write: @escaping @Sendable (String, [UInt8]) throws(WorldFault) -> Void) {
        self.path = path
        self.write = write
    }

    func append(_ bytes: [UInt8]) throws(WorldFault) { self.bytes += bytes }

    func finish() throws(WorldFault) { try write(path, bytes) }

    func abandon() {}
}

/// Data as HTML text or a quoted attribute value: `& < > " '` become entities, invisible characters visible escapes.
package func htmlEscaped(_ text: String) -> String {
    let line = VisibleText.line(text)
    guard line.utf8.contains(where: { replacement(for: $0) != nil }) else { return line }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.utf8.count + 32)
    for byte in line.utf8 {
        if let entity = replacement(for: byte) {
            bytes.append(contentsOf: entity.utf8)
        } else {
            bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func replacement(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
}

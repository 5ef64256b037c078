/// Data as a quoted scalar of YAML that is words in Markdown, too: readers that know no front matter show it as text.
///
/// Letters, digits and harmless signs stand as they are, everything else in ASCII as `\u003c`, which YAML and JSON read
/// as the character that it names.
func yamlQuoted(_ text: String) -> String {
    var out = "\""
    let scalars = Array(VisibleText.line(text).unicodeScalars)
    for (place, scalar) in scalars.enumerated() {
        let next = place + 1 < scalars.count ? scalars[place + 1] : " "
        if !scalar.isASCII || isHarmless(UInt8(scalar.value), before: next) {
            out.unicodeScalars.append(scalar)
        } else {
            let digits = String(scalar.value, radix: 16)
            out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
    return out + "\""
}

/// A colon or a stop in front of a letter could begin an address: it is harmless before digits and spaces.
private func isHarmless(_ byte: UInt8, before next: Unicode.Scalar) -> Bool {
    if byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") { return next == " " || ("0"..."9").contains(next) }
    return MarkdownToken.isAlphanumeric(byte) || " -,/()'".utf8.contains(byte)
}

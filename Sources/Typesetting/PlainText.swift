/// Data for a plain text page or mail: one line, without control, bidirectional or invisible characters.
///
/// Line breaks become spaces, so that data cannot pass for a paragraph, a heading or a signature of the page.
package func plainText(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
        if scalar == " " || VisibleText.breaksLine(scalar.value) {
            if !out.isEmpty, out.utf8.last != 0x20 { out += " " }
        } else if !VisibleText.isInvisible(scalar.value) {
            out.unicodeScalars.append(scalar)
        }
    }
    while out.utf8.last == 0x20 { out.unicodeScalars.removeLast() }
    return out
}

extension RecordTape {
    /// The source text of the record that begins with a node.
    func text(ofRecord root: UInt32) -> RejectedText {
        let node = nodes[Int(root)]
        guard let inputBase else { return placed(root) ?? .copy(Array(xmlSpelling(of: root).utf8)) }
        let start = inputBase - input.base + Int(node.start)
        return .place(input, start..<start + Int(node.length), encoding)
    }

    private func placed(_ root: UInt32) -> RejectedText? {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle].root < root { low = middle + 1 } else { high = middle }
        }
        guard low < places.count, places[low].root == root, let bytes = places[low].bytes else { return nil }
        return .place(input, bytes)
    }

    /// The element spelled anew in UTF-8, for inputs in an encoding whose bytes cannot be quoted.
    func xmlSpelling(of root: UInt32) -> String {
        let node = nodes[Int(root)]
        let name = self.name(of: node)
        var out = "<" + name
        var inside = ""
        var at = root + 1
        while at < node.next {
            let child = nodes[Int(at)]
            if child.kind == .attribute {
                out += " " + self.name(of: child) + "=\"" + escaped(child) + "\""
            } else {
                inside += xmlSpelling(of: at)
            }
            at = child.next
        }
        return out + ">" + escaped(node) + inside + "</" + name + ">"
    }

    private func escaped(_ node: TapeNode) -> String {
        let text = String(
            decoding: UnsafeBufferPointer(start: base + Int(node.start), count: Int(node.length)), as: UTF8.self)
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}

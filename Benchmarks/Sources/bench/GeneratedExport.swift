/// A way of writing invented incidents down.
protocol GeneratedExport {
    /// What stands before the first record, and behind the last.
    var head: String { get }
    var tail: String { get }
    /// One record, with its line break.
    func record(_ incident: GeneratedIncident) -> String
}

extension GeneratedExport {
    /// Writes records into a file until it has so many bytes, and says how many records that took. The file has its
    /// final name only when it is whole.
    func write(to path: String, bytes limit: Int) throws(BenchFailure) -> Int {
        let unfinished = path + ".part"
        var file = try OutputFile(unfinished)
        try file.append(head)
        var count = 0
        while file.size < limit {
            try file.append(record(GeneratedIncident(index: count)))
            count += 1
        }
        try file.append(tail)
        try file.close()
        try rename(unfinished, to: path)
        return count
    }
}

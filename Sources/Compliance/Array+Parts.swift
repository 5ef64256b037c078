extension Array where Element: Sendable {
    /// What `work` makes of stretches of the array, in their order: one for each of up to `width` threads, none of them
    /// shorter than `least` but the last.
    func parts<Result: Sendable>(
        width: Int, atLeast least: Int = 1, _ work: @escaping @Sendable (ArraySlice<Element>) -> Result
    ) async -> [Result] {
        let size = Swift.max(1, least, (count + width - 1) / Swift.max(1, width))
        return await withTaskGroup(of: (Int, Result).self) { group in
            for start in stride(from: 0, to: count, by: size) {
                let part = self[start..<Swift.min(count, start + size)]
                group.addTask { (start, work(part)) }
            }
            var results: [(start: Int, result: Result)] = []
            for await one in group { results.append(one) }
            return results.sorted { $0.start < $1.start }.map(\.result)
        }
    }
}

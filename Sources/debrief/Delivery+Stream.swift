import Reporting

extension Delivery {
    /// Makes pages on several threads, and writes them in order as they are made: a few are in memory at a time, however
    /// many there are. `noting` sees each file before it goes.
    func stream(
        _ count: Int, width: Int, noting: (OutputFile) -> Void = { _ in },
        _ make: @escaping @Sendable (_ place: Int) -> [OutputFile]
    ) async throws {
        var making: [Task<[OutputFile], Never>] = []
        var next = 0
        func start() {
            let range = next..<min(next + Self.stretch, count)
            next = range.upperBound
            making.append(Task { range.flatMap(make) })
        }
        while next < count || !making.isEmpty {
            while next < count, making.count < width * 2 { start() }
            let files = await making.removeFirst().value
            files.forEach(noting)
            do {
                try write(files)
            } catch {
                for task in making { task.cancel() }
                throw error
            }
        }
    }

    /// How many pages one task makes.
    private static let stretch = 16
}

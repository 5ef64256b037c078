/// A chain of partials that leads back to its first template: rendering it would never end.
struct PartialCycle {
    /// The names along the chain; the first stands at its end again.
    let path: [String]
    /// The template and the tag that close the chain.
    let file: TemplateFile
    let tag: TemplateTag

    /// The first cycle by name, if there is one.
    init?(in files: [String: TemplateFile]) {
        var done: Set<String> = []
        for start in files.keys.sorted() where !done.contains(start) {
            // A walk with a stack of its own: (template, number of its next tag).
            var stack = [(name: start, next: 0)]
            while let (name, next) = stack.last {
                let tags = files[name]?.scan.tags.filter { $0.kind == .partial } ?? []
                guard next < tags.count, let file = files[name] else {
                    done.insert(name)
                    stack.removeLast()
                    continue
                }
                stack[stack.count - 1].next += 1
                let tag = tags[next]
                if let first = stack.firstIndex(where: { $0.name == tag.name }) {
                    path = stack[first...].map(\.name) + [tag.name]
                    self.file = file
                    self.tag = tag
                    return
                }
                if !done.contains(tag.name) { stack.append((tag.name, 0)) }
            }
        }
        return nil
    }
}

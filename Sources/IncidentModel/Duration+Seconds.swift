extension Duration {
    /// Whole seconds; the program's durations have no fraction.
    package var wholeSeconds: Int { Int(components.seconds) }
}

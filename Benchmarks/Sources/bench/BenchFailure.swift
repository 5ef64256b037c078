#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Why a benchmark cannot go on, in a sentence.
struct BenchFailure: Error {
    let message: String

    init(_ message: String) { self.message = message }
}

/// What the system says about the last call that failed.
func lastError() -> String { strerror(errno).map { String(cString: $0) } ?? "error \(errno)" }

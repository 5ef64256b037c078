#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

func rename(_ path: String, to newPath: String) throws(BenchFailure) {
    guard rename(path, newPath) == 0 else { throw BenchFailure("cannot rename \(path): \(lastError())") }
}

func fileExists(_ path: String) -> Bool { access(path, R_OK) == 0 }

func makeFolder(_ path: String) throws(BenchFailure) {
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
        throw BenchFailure("cannot make the folder \(path): \(lastError())")
    }
}

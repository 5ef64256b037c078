#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What one run of a program cost.
struct Measurement {
    /// Seconds by the wall clock, from before it was started until after it had ended.
    var wall: Double
    /// Seconds of processor time, its own and the system's for it, over all threads.
    var processor: Double
    /// Most memory it had at once, in megabytes (10⁶ bytes).
    var memory: Double
}

/// Runs a program to its end, its standard output into a file, and measures it with `wait4`.
func measure(_ command: [String], output: String) throws(BenchFailure) -> Measurement {
    guard let program = command.first else { throw BenchFailure("there is no program to run") }
    var actions = emptyFileActions()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)

    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }

    var process = pid_t()
    let start = ContinuousClock.now
    let error = posix_spawnp(&process, program, &actions, nil, arguments, environ)
    guard error == 0 else { throw BenchFailure("cannot run \(program): \(String(cString: strerror(error)))") }

    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
        guard errno == EINTR else { throw BenchFailure("cannot wait for \(program): \(lastError())") }
    }
    let wall = start.duration(to: .now)
    guard status == 0 else { throw BenchFailure("\(command.joined(separator: " ")) failed (\(ending(status)))") }
    return Measurement(
        wall: Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18,
        processor: seconds(usage.ru_utime) + seconds(usage.ru_stime), memory: Double(usage.ru_maxrss) * memoryUnit)
}

private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

/// A wait status in words (POSIX: the low seven bits are the signal, the next byte the exit status).
private func ending(_ status: Int32) -> String {
    status & 0x7F == 0 ? "exit status \((status >> 8) & 0xFF)" : "signal \(status & 0x7F)"
}

#if canImport(Glibc)
    /// `ru_maxrss` counts kibibytes on Linux.
    private let memoryUnit = 1024 / 1e6
    private func emptyFileActions() -> posix_spawn_file_actions_t { posix_spawn_file_actions_t() }
#else
    /// `ru_maxrss` counts bytes on Darwin.
    private let memoryUnit = 1 / 1e6
    private func emptyFileActions() -> posix_spawn_file_actions_t? { nil }
#endif

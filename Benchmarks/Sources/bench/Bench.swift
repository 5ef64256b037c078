#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@main
enum Bench {
    private static let usage = """
        usage: bench generate coordinator|servicenow [--megabytes 200] --out FILE
               bench suite --debrief PATH [--megabytes 200] [--runs 5] [--folder DIR] [--peers DIR] [--python python3]
        """

    static func main() {
        do throws(BenchFailure) {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            complain("bench: " + error.message)
            exit(1)
        }
    }

    private static func run(_ arguments: [String]) throws(BenchFailure) {
        switch arguments.first {
        case "generate": try generate(Array(arguments.dropFirst()))
        case "suite": try suite(Options(arguments.dropFirst()))
        case "help", "--help", "-h": print(usage)
        default: throw BenchFailure(usage)
        }
    }

    private static func generate(_ arguments: [String]) throws(BenchFailure) {
        let exports: [String: any GeneratedExport] = [
            "coordinator": CoordinatorExport(), "servicenow": ServiceNowExport(),
        ]
        guard let name = arguments.first, let export = exports[name] else { throw BenchFailure(usage) }
        let options = try Options(arguments.dropFirst())
        let path = try options.required("out")
        let count = try export.write(to: path, bytes: try options.number("megabytes", default: 200) * 1_000_000)
        complain("\(path): \(count) incidents")
    }

    private static func suite(_ options: Options) throws(BenchFailure) {
        let suite = Suite(
            debrief: try options.required("debrief"),
            folder: options["folder"] ?? temporaryFolder + "/debrief-benchmarks",
            peers: options["peers"] ?? "peers", python: options["python"] ?? "python3",
            megabytes: try options.number("megabytes", default: 200), runs: try options.number("runs", default: 5))
        try suite.run(say: complain)
    }

    private static var temporaryFolder: String { getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir }

    private static func complain(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

/// Arguments of the shape `--name value`.
struct Options {
    private var values: [String: String] = [:]
    private static let known: Set = ["megabytes", "out", "debrief", "runs", "folder", "peers", "python"]

    init(_ arguments: ArraySlice<String>) throws(BenchFailure) {
        var rest = arguments
        while let name = rest.popFirst() {
            guard name.hasPrefix("--"), Self.known.contains(String(name.dropFirst(2))) else {
                throw BenchFailure("unknown argument \(name)")
            }
            guard let value = rest.popFirst() else { throw BenchFailure("\(name) needs a value") }
            values[String(name.dropFirst(2))] = value
        }
    }

    subscript(_ name: String) -> String? { values[name] }

    func required(_ name: String) throws(BenchFailure) -> String {
        guard let value = values[name] else { throw BenchFailure("--\(name) is missing") }
        return value
    }

    func number(_ name: String, default fallback: Int) throws(BenchFailure) -> Int {
        guard let text = values[name] else { return fallback }
        guard let number = Int(text), (1...100_000).contains(number) else {
            throw BenchFailure("--\(name) must be a number from 1 to 100000")
        }
        return number
    }
}

import Synchronization

/// A value behind a lock.
final class Guarded<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) { mutex = Mutex(value) }

    func read<Result: Sendable>(_ body: (Value) -> Result) -> Result { mutex.withLock { body($0) } }

    @discardableResult
    func change<Result: Sendable>(_ body: (inout Value) -> Result) -> Result { mutex.withLock { body(&$0) } }
}

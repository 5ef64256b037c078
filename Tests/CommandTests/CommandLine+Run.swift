import ArgumentParser
import debrief

extension PaperWorld {
    /// Runs a command line in this world, as a shell would; the exit status.
    func run(_ arguments: [String]) async -> Int32 {
        await World.$current.withValue(world) {
            do {
                var command = try Debrief.parseAsRoot(arguments)
                if var asynchronous = command as? any AsyncParsableCommand {
                    try await asynchronous.run()
                } else {
                    try command.run()
                }
                return 0
            } catch {
                let code = Debrief.exitCode(for: error)
                let message = Debrief.fullMessage(for: error)
                if !message.isEmpty {
                    if code == .success { try? world.say(message + "\n") } else { world.complain(message + "\n") }
                }
                return code.rawValue
            }
        }
    }
}

/// The inputs that the arguments name: files, `-`, and every file below a folder, in name order.
enum InputFinder {
    static func inputs(_ arguments: [String], in world: World) throws(WorldFault) -> [String] {
        var found: [String] = []
        for argument in arguments {
            if argument == "-" {
                found.append(argument)
                continue
            }
            switch world.kind(argument) {
            case .file: found.append(argument)
            case .folder:
                let before = found.count
                try add(filesBelow: argument, depth: 0, to: &found, in: world)
                if found.count == before { throw WorldFault(.noInput, argument, "the folder holds no files") }
            case .missing: throw WorldFault(.noInput, argument, "no such file or folder")
            }
        }
        return found
    }

    private static func add(
        filesBelow folder: String, depth: Int, to found: inout [String], in world: World
    ) throws(WorldFault) {
        // A loop of links would never end.
        guard depth < 32 else { throw WorldFault(.cannotRead, folder, "folders are nested too deep") }
        for name in try world.list(folder) {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            switch world.kind(path) {
            case .folder: try add(filesBelow: path, depth: depth + 1, to: &found, in: world)
            case .file: found.append(path)
            case .missing: break
            }
        }
    }
}

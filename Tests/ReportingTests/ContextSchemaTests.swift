import Foundation
import Testing
import Typesetting

@testable import Reporting

/// `Schemas/post-mortem-context.schema.json`: what a template of a post-mortem may say, with a word on each name.
struct ContextSchemaTests {
    private static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Schemas/post-mortem-context.schema.json")

    @Test("the schema has every name of the context, and a description of each")
    func schema() throws {
        let kept = try? JSONSerialization.jsonObject(with: Data(contentsOf: Self.file)) as? [String: Any]
        let made = Self.document(describedAs: kept ?? [:])
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(made.text.utf8).write(to: Self.file)
            Issue.record("recorded the schema: a recording is no proof")
            return
        }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == made.text)
        #expect(!made.text.contains("\"\(Self.undescribed)\""))
    }

    private static let undescribed = "to be described"

    private static func document(describedAs kept: [String: Any]) -> JSONDocument {
        guard case .group(let members) = Specimen.postMortem else { return .null }
        var schema = group(members, kept)
        if case .object(var root) = schema, case .object(var properties)? = root["properties"],
            case .array(let required)? = root["required"]
        {
            properties["schema"] = ["const": "debrief/post-mortem-context/1"]
            root["properties"] = .object(properties)
            root["required"] = .array(required + ["schema"])
            root["$id"] = "debrief/post-mortem-context/1"
            root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
            root["title"] = "What a template of a post-mortem may say"
            schema = .object(root)
        }
        return schema
    }

    private static func schema(_ context: Context, _ kept: [String: Any]) -> JSONDocument {
        var out: JSONDocument
        switch context {
        case .absent, .text: out = ["type": ["string", "null"]]
        case .flag: out = ["type": "boolean"]
        case .list(let elements):
            out = ["items": schema(merged(elements), kept["items"] as? [String: Any] ?? [:]), "type": "array"]
        case .group(let members): return group(members, kept)
        }
        if case .object(var members) = out {
            members["description"] = .string(kept["description"] as? String ?? undescribed)
            out = .object(members)
        }
        return out
    }

    private static func group(_ members: [String: Context], _ kept: [String: Any]) -> JSONDocument {
        let known = kept["properties"] as? [String: Any] ?? [:]
        let properties = Dictionary(
            uniqueKeysWithValues: members.map { name, value in
                (name, schema(value, known[name] as? [String: Any] ?? [:]))
            })
        return [
            "additionalProperties": false, "description": .string(kept["description"] as? String ?? undescribed),
            "properties": .object(properties),
            "required": .array(members.keys.sorted().map { .string($0) }), "type": "object",
        ]
    }

    /// One element with the names of all.
    private static func merged(_ elements: [Context]) -> Context {
        var members: [String: Context] = [:]
        for element in elements {
            guard case .group(let own) = element else { return element }
            for (name, value) in own where members[name] == nil || members[name] == .absent { members[name] = value }
        }
        return elements.isEmpty ? .text("") : .group(members)
    }
}

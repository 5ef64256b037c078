import Diagnostics
import Importing
import Syntax
import Testing

@Suite struct RefusalTests {
    private func said(_ text: String) async -> [Diagnostic] {
        var sources = SourceList()
        let importer = Importer(gate: .standard, sourceZone: nil, depth: .figures, width: 1)
        return await importer.read(InputText(text), source: sources.add("export")).diagnostics
    }

    @Test(arguments: [
        (
            "{\"page\":{},\"components\":[{\"id\":\"a\",\"name\":\"b\",\"status\":\"c\",\"page_id\":\"d\"}]}",
            "components"
        ),
        ("{\"page\":{},\"status\":{\"indicator\":\"none\",\"description\":\"All good\"}}", "present state"),
        ("Id,StageName,CloseDate,AccountId\n1,2,3,4\n", "opportunities"),
        ("id,stage_name,close_date,account_id,owner_id,name,industry\n1,2,3,4,5,6,7\n", "opportunities"),
        ("Id,Name,Username,ProfileId,OwnerId\n1,2,3,4,5\n", "users"),
        ("id,name,username,profile_id\n1,2,3,4\n", "users"),
        ("_fivetran_start,_fivetran_end,id,name,is_deleted,owner_id,industry\n1,2,3,4,5,6,7\n", "history"),
        (
            "{\"records\":[{\"attributes\":{\"type\":\"Broker__c\",\"referenceId\":\"a\"},\"Name\":\"b\"}]}",
            "another kind"
        ),
        (
            "{\"records\":[{\"attributes\":{\"type\":\"Contact\",\"referenceId\":\"a\"},\"LastName\":\"b\"}]}",
            "without the ids"
        ),
        ("[{\"id\":1,\"state\":\"success\",\"environment\":\"production\",\"deployment_url\":\"x\"}]", "statuses"),
    ])
    func `an export that tells of no incident is called by its name`(text: String, word: String) async throws {
        let diagnostic = try #require(await said(text).first)
        #expect(diagnostic.code == .noIncidentsInside)
        #expect(diagnostic.message.contains(word))
    }

    @Test(arguments: [
        "var statusHistory = \n  {\"page\": 1}", "\nconst x=[1]", "let a$ = {}", "module.exports = [{\"id\": 1}]",
        "callback({\"incidents\": []})", "window.history = {", "\u{FEFF}jQuery123([1])",
    ])
    func `a script around data is refused as one`(text: String) async {
        #expect(await said(text).map(\.code) == [.script])
    }

    @Test(arguments: ["variable,let\n1,2\n", "var (a)", "name=value", "count(x),sum\n1,2\n", "3 = {", "let us begin"])
    func `other texts are no scripts`(text: String) async {
        #expect(await said(text).map(\.code) != [.script])
    }
}

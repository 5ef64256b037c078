import Diagnostics
import Syntax
import Testing

@testable import Importing

/// What ticketing systems export beside tickets is refused with words of its own.
@Suite struct TicketRefusalTests {
    static let exports: [(text: String, words: String)] = [
        (
            #"{"result":[{"number":"CHG1","start_date":"","end_date":"","state":"3"}]}"#,
            "ServiceNow change requests without"
        ),
        (#"{"result":[{"task":{"value":"a"},"stage":"achieved","has_breached":"false"}]}"#, "ServiceNow service level"),
        ("number,start_date,end_date\nCHG1,,\n", "ServiceNow change requests as CSV"),
        ("sys_id,incident_state,caller_id_value\na,1,b\n", "a warehouse's table `incident` of ServiceNow"),
        ("sys_id,stage,has_breached,planned_end_time\na,b,c,d\n", "a warehouse's table of ServiceNow service level"),
        (#"[{"id":"a","name":"b","navigable":true,"searchable":true}]"#, "the list of Jira's fields"),
        (#"{"data":{"values":[{"name":"Time to resolution","completedCycles":[]}]}}"#, "Jira Service Management"),
        ("id,key,issue_type,resolved,summary\n1,A-1,2,,x\n", "a warehouse's table of Jira issues"),
        ("id,issue_id,body,author_id\n1,2,x,y\n", "a warehouse's table of comments on Jira issues"),
        ("field_id,issue_id,value\nstatus,2,3\n", "a warehouse's table of changes to fields of Jira issues"),
        (#"{"comments":[{"id":1,"body":"x","public":true,"author_id":5}]}"#, "comments of a Zendesk ticket"),
        (#"{"sla_policies":[{"title":"x","policy_metrics":[]}]}"#, "Zendesk service level policies"),
        (#"{"ticket_fields":[{"id":1,"type":"text","title":"x"}]}"#, "the list of Zendesk's ticket fields"),
        ("id,schedule_id,start_date\n1,2,2026-01-01\n", "a warehouse's table of Zendesk's business hours"),
        (#"[{"ticket_id":1,"time_spent":"00:15","billable":true}]"#, "a list of Freshdesk time entries"),
        ("bug_id,short_desc,changeddate\n1,x,2026-01-01 00:00:00\n", "a list of Bugzilla bugs without"),
    ]

    @Test(arguments: exports)
    func `an export without incidents is called by its name`(export: (text: String, words: String)) throws {
        let head = ExportHead.of(InputText(export.text))
        let choice = DialectChoice.make(head, among: .builtIn, source: SourceID(0), forced: nil)
        #expect(choice.value == nil)
        let diagnostic = try #require(choice.diagnostics.first)
        #expect(diagnostic.code == .noIncidentsInside)
        #expect(diagnostic.message.hasPrefix(export.words))
        #expect(diagnostic.help != nil)
    }
}

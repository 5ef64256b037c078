/// Invented incidents as ServiceNow's XML unload has them: about ninety elements and 4 KB each, journal entries behind.
struct ServiceNowExport: GeneratedExport {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<unload unload_date=\"2027-01-01 00:00:00\">\n"
    let tail = "</unload>\n"

    func record(_ incident: GeneratedIncident) -> String {
        var dice = incident.rest
        let id = systemID(UInt64(incident.index))
        var values = fixedValues
        let person = dice.pick(Words.people)
        let state = incident.resolved == nil ? "2" : "6"
        values["number"] = "INC\(1_000_000 + incident.index)"
        values["task_effective_number"] = values["number"]
        values["sys_id"] = id
        values["priority"] = "\(incident.severity)"
        values["state"] = state
        values["incident_state"] = state
        values["short_description"] = "\(incident.topic) in \(incident.service)"
        values["description"] =
            "\(incident.topic) for some customers of \(incident.service). \(dice.pick(Words.findings))."
        values["opened_at"] = stamp(incident.detected)
        values["sys_created_on"] = stamp(incident.detected)
        values["work_start"] = incident.triaged.map(stamp)
        values["resolved_at"] = incident.resolved.map(stamp)
        values["work_end"] = incident.resolved.map(stamp)
        values["sys_updated_on"] = stamp(max(incident.detected, incident.resolved ?? 0))
        values["close_notes"] = incident.resolved == nil ? nil : "Mended: \(dice.pick(Words.findings))."
        let references = [
            "assigned_to": person, "caller_id": dice.pick(Words.people), "opened_by": person,
            "assignment_group": "Engineering", "business_service": incident.service,
            "company": "Company \(incident.accounts.first ?? 0)",
        ]

        var text = "<incident action=\"INSERT_OR_UPDATE\">\n"
        for field in Self.fields {
            if field.isReference {
                if let shown = references[field.name] {
                    text += "<\(field.name) display_value=\"\(shown)\">\(systemID(dice.next()))</\(field.name)>\n"
                } else {
                    text += "<\(field.name) display_value=\"\"/>\n"
                }
            } else if let value = values[field.name] {
                text += "<\(field.name)>\(value)</\(field.name)>\n"
            } else {
                text += "<\(field.name)/>\n"
            }
        }
        text += "</incident>\n"
        text += journal("work_notes", dice.pick(Words.findings), at: incident.detected + 600, by: person, of: id, &dice)
        if let communicated = incident.communicated {
            let message = "We are working on it. Next update in 30 minutes."
            text += journal("comments", message, at: communicated, by: person, of: id, &dice)
        }
        return text
    }

    private func journal(
        _ element: String, _ value: String, at moment: Int, by person: String, of id: String, _ dice: inout SplitMix64
    ) -> String {
        """
        <sys_journal_field action="INSERT_OR_UPDATE">
        <element>\(element)</element>
        <element_id>\(id)</element_id>
        <name>incident</name>
        <sys_created_by>\(person)</sys_created_by>
        <sys_created_on>\(stamp(moment))</sys_created_on>
        <sys_id>\(systemID(dice.next()))</sys_id>
        <value>\(value)</value>
        </sys_journal_field>

        """
    }

    private func stamp(_ moment: Int) -> String { CivilDate(moment).serviceNow }

    /// 32 hexadecimal digits.
    private func systemID(_ seed: UInt64) -> String {
        var dice = SplitMix64(seed: seed)
        return hexadecimal(dice.next()) + hexadecimal(dice.next())
    }

    private func hexadecimal(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    private let fixedValues = [
        "active": "true", "approval": "not requested", "category": "software", "child_incidents": "0",
        "contact_type": "monitoring", "escalation": "0", "impact": "2", "knowledge": "false", "made_sla": "true",
        "needs_attention": "false", "notify": "1", "reassignment_count": "1", "reopen_count": "0", "severity": "3",
        "sys_class_name": "incident", "sys_created_by": "monitor.integration", "sys_domain": "global",
        "sys_domain_path": "/", "sys_mod_count": "9", "sys_updated_by": "system", "upon_approval": "proceed",
        "upon_reject": "cancel", "urgency": "2",
    ]

    /// The columns of an unload, in its order; those with a star refer to other tables.
    private static let fields: [(name: String, isReference: Bool)] = """
        action_status active activity_due additional_assignee_list approval approval_history approval_set assigned_to* \
        assignment_group* business_duration business_impact business_service* business_stc calendar_duration \
        calendar_stc caller_id* category cause caused_by* child_incidents close_code close_notes closed_at closed_by* \
        cmdb_ci* comments comments_and_work_notes company* contact_type contract* correlation_display correlation_id \
        delivery_plan* delivery_task* description due_date escalation expected_start follow_up group_list hold_reason \
        impact incident_state knowledge location* made_sla needs_attention notify number opened_at opened_by* order \
        origin_id origin_table parent* parent_incident* priority problem_id* reassignment_count rejection_goto* \
        reopen_count reopened_by* reopened_time resolved_at resolved_by* rfc* route_reason service_offering* severity \
        short_description skills sla_due state subcategory sys_class_name sys_created_by sys_created_on sys_domain \
        sys_domain_path sys_id sys_mod_count sys_updated_by sys_updated_on task_effective_number time_worked \
        universal_request* upon_approval upon_reject urgency user_input variables watch_list wf_activity* work_end \
        work_notes work_notes_list work_start
        """.split(separator: " ").map { word in
            word.hasSuffix("*") ? (String(word.dropLast()), true) : (String(word), false)
        }
}

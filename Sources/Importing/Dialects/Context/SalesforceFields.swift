import Syntax

/// Under which names one form of Salesforce's exports keeps what is read of accounts and contacts.
struct SalesforceFields: Sendable {
    /// What its records are, where they do not say so themselves.
    var type: String
    var account: AccountFields
    var deleted: FieldPath
    var accountOfContact: FieldPath
    var contactName: FieldPath
    var firstName: FieldPath
    var lastName: FieldPath
    var email: FieldPath

    static func standard(_ type: String) -> SalesforceFields {
        SalesforceFields(
            type: type, account: .salesforce, deleted: "IsDeleted", accountOfContact: "AccountId", contactName: "Name",
            firstName: "FirstName", lastName: "LastName", email: "Email")
    }

    static func warehouse(_ type: String) -> SalesforceFields {
        SalesforceFields(
            type: type, account: .warehouse, deleted: "is_deleted", accountOfContact: "account_id",
            contactName: "name", firstName: "first_name", lastName: "last_name", email: "email")
    }
}

extension AccountFields {
    /// Salesforce's own names, and custom fields that speak for themselves.
    static let salesforce = AccountFields(
        id: ["Id", "attributes.referenceId"], name: ["Name"], segment: ["Segment__c", "Tier__c", "Customer_Tier__c"],
        strategic: ["Strategic__c", "Strategic_Account__c", "Is_Strategic__c"],
        annualRevenue: ["Contract_Value__c", "ARR__c", "Annual_Recurring_Revenue__c", "AnnualRevenue"],
        renewal: ["Renewal_Date__c", "Contract_Renewal_Date__c"], executiveSponsor: ["Executive_Sponsor__c"],
        usage: ["Usage__c"], activeEscalation: ["Active_Escalation__c"],
        customerSuccessManager: ["Customer_Success_Manager__c", "CSM__c"])

    /// The same names as warehouses write them.
    static let warehouse = AccountFields(
        id: ["id"], name: ["name"], segment: ["segment_c", "tier_c", "customer_tier_c"],
        strategic: ["strategic_c", "strategic_account_c", "is_strategic_c"],
        annualRevenue: ["contract_value_c", "arr_c", "annual_recurring_revenue_c", "annual_revenue"],
        renewal: ["renewal_date_c", "contract_renewal_date_c"], executiveSponsor: ["executive_sponsor_c"],
        usage: ["usage_c"], activeEscalation: ["active_escalation_c"],
        customerSuccessManager: ["customer_success_manager_c", "csm_c"])
}

/// Who a text is for. What customers may not read, their context does not have.
package enum Audience: String, CaseIterable, Sendable {
    case `internal`, customers
}

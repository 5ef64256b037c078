/// Which items an action list is to hold; all of them unless something is named.
package struct ActionChoice: Sendable, Equatable {
    /// As the export spells it, in upper or lower case.
    package var owner: String?
    package var isOnlyOverdue: Bool
    /// Ids; every incident where it is empty.
    package var incidents: Set<String>

    package init(owner: String? = nil, isOnlyOverdue: Bool = false, incidents: Set<String> = []) {
        self.owner = owner
        self.isOnlyOverdue = isOnlyOverdue
        self.incidents = incidents
    }

    func takes(_ item: ListedAction) -> Bool {
        if isOnlyOverdue && !item.isOverdue { return false }
        if !incidents.isEmpty && !incidents.contains(item.incident) { return false }
        guard let owner else { return true }
        return item.owner?.lowercased() == owner.lowercased()
    }
}

/// Which items an action list is to hold; all of them unless something is named.
package struct ActionChoice: Sendable, Equatable {
    /// As the export spells it, in upper or lower case.
    package var owner: String?
    package var isOnlyOverdue: Bool

    package init(owner: String? = nil, isOnlyOverdue: Bool = false) {
        self.owner = owner
        self.isOnlyOverdue = isOnlyOverdue
    }

    func takes(_ item: ListedAction) -> Bool {
        if isOnlyOverdue && !item.isOverdue { return false }
        guard let owner else { return true }
        return item.owner?.lowercased() == owner.lowercased()
    }
}

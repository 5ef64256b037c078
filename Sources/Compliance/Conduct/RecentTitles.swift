/// The titles of a service by when they came up last, the latest first.
struct RecentTitles {
    private(set) var latest: Int?
    private var numbers: [Int32] = []
    /// -1 where there is none.
    private var newer: [Int] = []
    private var older: [Int] = []

    func number(of place: Int) -> Int32 { numbers[place] }

    func older(than place: Int) -> Int? { older[place] < 0 ? nil : older[place] }

    /// Puts a title at the front. Places rise by one with every new title.
    mutating func take(_ place: Int, _ number: Int32) {
        if place == numbers.count {
            numbers.append(number)
            newer.append(-1)
            older.append(-1)
        } else {
            guard latest != place else { return }
            if older[place] >= 0 { newer[older[place]] = newer[place] }
            if newer[place] >= 0 { older[newer[place]] = older[place] }
        }
        newer[place] = -1
        older[place] = latest ?? -1
        if let latest { newer[latest] = place }
        latest = place
    }
}

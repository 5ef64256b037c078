/// Counts and shares.
extension Phrasing {
    /// `1 incident`, `3 incidents`, `no incidents`.
    package static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        let noun = number == 1 ? one : many ?? one + "s"
        return number == 0 ? "no \(noun)" : "\(self.number(number)) \(noun)"
    }

    /// With a comma at every three digits from 10,000 on.
    package static func number(_ number: Int) -> String {
        let digits = String(number.magnitude)
        guard digits.count > 4 else { return String(number) }
        var out = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { out.append(",") }
            out.append(digit)
        }
        return (number < 0 ? "-" : "") + out
    }

    /// A number without a fraction where it has none: `890000`, `12.5`.
    package static func plain(_ value: Double) -> String {
        guard value.isFinite else { return "not a number" }
        if value == value.rounded(), abs(value) < 1e15 { return number(Int(value)) }
        return decimal(value, places: 2)
    }

    /// One decimal, or none for a whole number; never 100 % or 0 % unless it is exactly that.
    package static func percent(_ hits: Int, of trials: Int) -> String {
        guard trials > 0 else { return "no data" }
        let tenths = (Double(hits) * 1000 / Double(trials)).rounded()
        if hits < trials, tenths >= 1000 { return "more than 99.9 %" }
        if hits > 0, tenths < 1 { return "less than 0.1 %" }
        return decimal(tenths / 10, places: 1) + " %"
    }

    /// `83.3 % (5 of 6)`.
    package static func share(_ hits: Int, of trials: Int) -> String {
        trials > 0 ? "\(percent(hits, of: trials)) (\(number(hits)) of \(number(trials)))" : "no data"
    }

    /// A share between 0 and 1 as people say it, behind “top”: `fifth`, or `15 %`.
    package static func part(_ share: Double) -> String {
        let names = [2: "half", 3: "third", 4: "quarter", 5: "fifth", 10: "tenth", 20: "twentieth", 100: "hundredth"]
        let whole = (1 / share).rounded()
        guard whole.isFinite, abs(share * whole - 1) < 1e-9, let name = names[Int(exactly: whole) ?? 0] else {
            return decimal(share * 100, places: 3) + " %"
        }
        return name
    }

    /// An interval of shares, in whole percents: `44–97 %`.
    package static func interval(_ range: ClosedRange<Double>) -> String {
        "\(decimal((range.lowerBound * 100).rounded(), places: 0))–"
            + "\(decimal((range.upperBound * 100).rounded(), places: 0)) %"
    }

    /// A p-value to two places, to three near 0.05, rounded down there: `= 0.42`, `= 0.049`, `below 0.01`.
    package static func pValue(_ p: Double) -> String {
        if p < 0.01 { return "below 0.01" }
        if (0.04..<0.06).contains(p) { return "= " + decimal((p * 1000).rounded(.down) / 1000, places: 3) }
        return "= " + decimal(p, places: 2)
    }

    /// Plain decimal digits, trailing zeros cut; Swift's own description would turn to exponents.
    package static func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "not a number" }
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((abs(value) * Double(scale)).rounded())
        var fraction = places > 0 ? String(scaled % scale) : ""
        while fraction.count < places { fraction = "0" + fraction }
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let sign = value < 0 && scaled > 0 ? "−" : ""
        return sign + String(scaled / scale) + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// `a`, `a and b`, `a, b and c`.
    package static func list(_ words: [String], _ last: String = "and") -> String {
        guard words.count > 1, let final = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(last) " + final
    }
}

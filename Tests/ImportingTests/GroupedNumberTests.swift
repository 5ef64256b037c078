import Testing

@testable import Importing

@Suite struct GroupedNumberTests {
    @Test(arguments: [
        ("1200000", 1_200_000), ("0", 0), ("1200.5", 1200.5), ("-3", -3), ("1,200,000", 1_200_000),
        ("1,200,000.50", 1_200_000.5), ("1 200 000", 1_200_000), ("1\u{A0}200", 1200), ("1'200", 1200),
        ("1_200", 1200), ("1.200.000", 1_200_000), ("$1,200", 1200), ("€ 12", 12), ("900 EUR", 900), ("USD 7.25", 7.25),
        (" 12 ", 12),
    ])
    func `a number is read as spreadsheets show it`(text: String, number: Double) {
        #expect(GroupedNumber.read(text) == number)
    }

    @Test(arguments: [
        "", "many", "1,5", "1,20", "12,34,567", "1,2000", "1,200 000", "1.200.00", "1..2", ".5", "5.", "1e9", "0x10",
        "inf",
        "nan", "--1", "1-2", "٣", "1,200,", ",200", "1,200.5.5", "$", "EUR", String(repeating: "1", count: 65),
    ])
    func `what could be meant in two ways is no number`(text: String) {
        #expect(GroupedNumber.read(text) == nil)
    }
}

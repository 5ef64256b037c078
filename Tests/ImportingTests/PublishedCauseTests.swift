import Diagnostics
import Testing

@testable import Importing

@Suite struct PublishedCauseTests {
    private func section(_ report: String) -> String? {
        PublishedCause.section(of: Sourced(report, .whole(SourceID(0))))?.value
    }

    @Test(arguments: [
        ("# Summary\nA.\n# Root cause\nB.\n\nC.\n# Impact\nD.", "B.\n\nC."), ("## \\#\\# Root Cause\nB", "B"),
        ("**Root cause:**\nB\n**Next steps**\nC", "B"), ("Summary\nA\n\nRoot Cause\n\nB\n\nImpact\nC", "B"),
        ("Root cause analysis\nB", "B"), ("# ROOT CAUSE #\n# Sub", nil), ("# Root cause\n\n", nil),
        ("The root cause is unknown.", nil), ("# No root cause yet\nB", nil), ("", nil),
    ])
    func `what stands below the heading of the cause is the cause`(report: String, cause: String?) {
        #expect(section(report) == cause)
    }
}

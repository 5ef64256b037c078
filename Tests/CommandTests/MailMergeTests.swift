import ArgumentParser
import Reporting
import Testing

@testable import debrief

@Suite struct MailMergeTests {
    @Test(arguments: MailMerge.columns)
    func `every column of the mail-merge table stands in the help of its command`(column: String) {
        #expect(EmailsCommand.configuration.discussion.contains(column))
    }
}

import Diagnostics
import IncidentModel
import Testing

@testable import IncidentStore

/// What is written of a record is what is read back, whatever stands in it.
@Suite struct RecordCodecTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func `a record comes back as it was`(seed: UInt64) throws {
        var dice = RecordDice(seed: seed)
        let book = WordBook()
        var writer = RecordWriter(book)
        for _ in 0..<5 {
            let record = dice.record()
            writer.record(record)
            let read = try writer.bytes.withUnsafeBytes { bytes in
                var reader = RecordReader(bytes, words: book.words, source: dice.source)
                return try reader.record(record.role)
            }
            #expect(read.incident == record.incident)
            #expect(read.role == record.role)
            #expect(read.inferable == record.inferable)
            #expect(read.aliases == record.aliases)
            #expect(read.references == record.references)
        }
    }

    @Test(arguments: 0..<50 as Range<UInt64>)
    func `accounts, deployments and services come back as they were`(seed: UInt64) throws {
        var dice = RecordDice(seed: seed)
        let book = WordBook()
        var writer = RecordWriter(book)
        let all: [KeptContext] = [
            .account(dice.account(), incidents: [dice.text(), dice.text()]), .deployment(dice.deployment()),
            .service(dice.service()),
        ]
        for context in all {
            writer.context(context)
            let read = try writer.bytes.withUnsafeBytes { bytes in
                var reader = RecordReader(bytes, words: book.words, source: dice.source)
                return try reader.context()
            }
            #expect(read == context)
        }
    }

    @Test func `bytes that end too early, or say what cannot be, are refused and never crash`() throws {
        var dice = RecordDice(seed: 7)
        let book = WordBook()
        var writer = RecordWriter(book)
        writer.record(dice.record())
        let whole = writer.bytes
        for length in 0..<whole.count {
            #expect(throws: BrokenRecord.self) { try read(Array(whole[..<length]), book, dice.source) }
        }
        for place in whole.indices {
            var broken = whole
            broken[place] = UInt8(truncatingIfNeeded: dice.next())
            _ = try? read(broken, book, dice.source)
        }
    }

    @Test func `beyond its limit a book of words takes no more, and texts are written out`() throws {
        let book = WordBook((0..<WordBook.limit).map { "word \($0)" })
        var writer = RecordWriter(book)
        writer.word("one too many")
        #expect(book.words.count == WordBook.limit)
        let read = try writer.bytes.withUnsafeBytes { bytes in
            var reader = RecordReader(bytes, words: book.words, source: SourceID(0))
            return try reader.word()
        }
        #expect(read == "one too many")
    }

    private func read(_ bytes: [UInt8], _ book: WordBook, _ source: SourceID) throws {
        try bytes.withUnsafeBytes { bytes in
            var reader = RecordReader(bytes, words: book.words, source: source)
            _ = try reader.record(.incident)
        }
    }
}

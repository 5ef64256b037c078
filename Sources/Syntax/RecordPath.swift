/// Where the records of an export stand.
package enum RecordPath: Sendable, Hashable {
    /// JSON: what stands at these paths from an object at the root, the names joined by dots (`incidents`, `data.tickets`).
    ///
    /// An array there holds records, in the order of the file; an object there, unless it is empty, is one record. Where
    /// no path leads to either, the object at the root is itself a record. Of several objects (a root array, NDJSON,
    /// values in a row) each is taken so: a page of a dump gives its records, and a record stands for itself. A dialect
    /// therefore names only paths that lead to no array and no object in its own records.
    case json(arrays: [String])
    /// XML: the elements of these names that stand right below the root, whatever the root is called, or below a path of
    /// elements in it: `item` below `channel`. Names are spelled as in the file, prefix included.
    case xml(elements: [String], below: [String] = [])
    /// CSV: the rows below the header row, which names their cells.
    case csv
}

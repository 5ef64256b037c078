/// Where the records of an export stand.
package enum RecordPath: Sendable, Hashable {
    /// JSON: the elements of a root array; the elements of the array that the root object holds under one of these keys;
    /// else the root object itself. Of several values (NDJSON, concatenated objects) each is taken so.
    case json(arrays: [String])
    /// XML: the root's direct children of these names, whatever the root is called.
    case xml(elements: [String])
    /// CSV: the rows below the header row, which names their cells.
    case csv
}

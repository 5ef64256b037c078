#!/bin/sh
# The least that a database of incidents costs: sqlite3's own .import of the rows of an NDJSON export into a table with an
# index over the ids, and DuckDB's read of the file.
#
# Usage: import_rows.sh EXPORT.ndjson DATABASE PYTHON
set -eu
export=$1 database=$2 python=$3
rm -f "$database"
# No line of the export holds these bytes: each line is one row of one column.
sqlite3 "$database" <<SQL
CREATE TABLE row (record TEXT);
.mode ascii
.separator "\037" "\n"
.import $export row
CREATE INDEX row_id ON row (json_extract(record, '\$.incidentId'));
SQL
exec "$python" - "$export" <<'PYTHON'
import sys
import duckdb

duckdb.execute("SET threads = 2")
print(duckdb.sql(f"SELECT count(*), max(lifecycle.resolvedAt) FROM read_ndjson('{sys.argv[1]}')").fetchall())
PYTHON

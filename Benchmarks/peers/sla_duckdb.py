#!/usr/bin/env python3
"""SLA figures of a period with DuckDB, from coordinator incidents as NDJSON.

Prints, per severity and clock, the same counts, means, medians and compliance as `debrief report --format json`: the
incidents resolved in [from, to), judged as met (elapsed <= limit), breached, or unproven (a stamp is missing or out of
order). Only the fields that this needs are read, with their types named, so that nothing is sniffed.
"""

import argparse
import json

import duckdb

SEVERITIES = ("sev1", "sev2", "sev3", "sev4")

# Seconds per severity: the specification's "Response Time SLAs".
CLOCKS = {
    "triage": ("detectedAt", "triagedAt", (300, 900, 3600, 14400)),
    "communicate": ("triagedAt", "firstCommunicationAt", (900, 1800, 7200, 28800)),
    "resolve": ("detectedAt", "resolvedAt", (3600, 14400, 86400, 259200)),
}

COLUMNS = """{
    severity: 'VARCHAR',
    lifecycle: 'STRUCT(
        detectedAt TIMESTAMP, triagedAt TIMESTAMP, firstCommunicationAt TIMESTAMP, resolvedAt TIMESTAMP)'
}"""


def query() -> str:
    elapsed, figures = [], []
    for clock, (start, stop, limits) in CLOCKS.items():
        cases = " ".join(f"WHEN '{s}' THEN {limit}" for s, limit in zip(SEVERITIES, limits))
        elapsed.append(
            f"CASE WHEN {stop} >= {start} THEN date_diff('second', {start}, {stop}) END AS {clock}, "
            f"CASE severity {cases} END AS {clock}_limit"
        )
        figures.append(
            f"count({clock}), count(*) FILTER ({clock} <= {clock}_limit), "
            f"count(*) FILTER ({clock} > {clock}_limit), avg({clock}), median({clock})"
        )
    return f"""
        WITH incidents AS (
            SELECT severity, unnest(lifecycle)
            FROM read_json($file, format = 'newline_delimited', columns = {COLUMNS})),
        durations AS (
            SELECT severity, {", ".join(elapsed)}
            FROM incidents
            WHERE resolvedAt >= $start AND resolvedAt < $stop)
        SELECT severity, count(*), {", ".join(figures)}
        FROM durations GROUP BY severity ORDER BY severity
    """


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--from", dest="start", required=True)
    parser.add_argument("--to", dest="stop", required=True)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()

    connection = duckdb.connect()
    connection.execute(f"SET threads = {arguments.threads}")
    connection.execute("SET preserve_insertion_order = false")
    rows = connection.execute(
        query(), {"file": arguments.file, "start": arguments.start, "stop": arguments.stop}
    ).fetchall()

    severities = []
    for severity, resolved, *rest in rows:
        clocks = {}
        for place, clock in enumerate(CLOCKS):
            count, met, breached, mean, median = rest[place * 5 : place * 5 + 5]
            judged = met + breached
            clocks[clock] = {
                "met": met,
                "breached": breached,
                "unproven": resolved - judged,
                "compliance": met / judged if judged else None,
                "count": count,
                "meanSeconds": mean,
                "medianSeconds": median,
            }
        severities.append({"severity": severity, "resolved": resolved, "clocks": clocks})
    print(json.dumps({"severities": severities}, indent=2))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""10,000 incidents to 10,000 post-mortems in Markdown and HTML: debrief beside Jinja2 and markdown-it-py.

Usage: pages.py DEBRIEF [COUNT]. Needs jinja2 and markdown-it-py. The incidents are invented and always the same. The
peer gets the facts ready-made (`--print-context`), so that it neither reads exports nor judges them; debrief does all of
it. Both run in turn, A B A B; the first round warms the caches and does not count. Exit status 1 where a page of one
has no counterpart of the other, or another number of table rows.
"""

import json
import os
import pathlib
import shutil
import statistics
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
AS_OF = "2026-12-31T00:00:00Z"
ROUNDS = 3


def incident(number: int) -> dict:
    day, hour = 1 + number % 28, number % 20
    month = 1 + number // 28 % 11

    def at(minute: int) -> str:
        return f"2026-{month:02}-{day:02}T{hour + minute // 60:02}:{minute % 60:02}:00Z"

    spread = number * 7919 % 31
    return {
        "incidentId": f"INC-{number:05}", "severity": "sev1" if number % 4 == 0 else "sev2", "status": "resolved",
        "incidentSummary": {
            "title": f"Errors on endpoint {number % 97} of the batch interface", "detectedAt": at(8),
            "description": "Customers see errors on batch endpoints, and scheduled syncs stop.",
            "source": "monitoring", "affectedService": f"service-{number % 211}",
            "rootCause": f"A limit of {number % 613} requests was set too low"},
        "impactAssessment": {
            "totalCustomersAffected": 20 + number % 400, "strategicAccountsAffected": 4,
            "revenueAtRisk": 1000 * (number % 900), "impactDescription": "Batch calls fail for some customers.",
            "workaroundAvailable": True, "workaround": "Send fewer than 100 records at once", "dataLossRisk": False},
        "lifecycle": {"startedAt": at(0), "detectedAt": at(8), "triagedAt": at(10 + spread % 9),
                      "firstCommunicationAt": at(20 + spread), "mitigatedAt": at(45 + spread), "resolvedAt": at(70 + spread)},
        "responseTeam": [
            {"role": role, "name": name, "team": team, "status": "active"} for role, name, team in (
                ("Incident Commander", "Robin Vale", "Engineering"), ("Technical Lead", "Kim Sol", "Platform"),
                ("Customer Comms", "Ira Moss", "Support"))],
        "timeline": [
            {"timestamp": at(minute), "event": event, "actor": actor} for minute, event, actor in (
                (8, "Monitoring alert: error rate above 5 %", "Alerting"), (10 + spread % 9, "Incident created, declared", "On-call"),
                (25, "Cause found in the limits of the gateway", "Platform"), (30, "Limits raised on two of three nodes", "Platform"),
                (45 + spread, "Fix deployed, monitoring for recovery", "Platform"), (70 + spread, "Resolved", "On-call"))],
        "communications": {"log": [
            {"at": at(20 + spread + 15 * step), "channel": "status_page", "audience": "public",
             "body": "We are working on errors in batch calls.", "nextUpdateAt": at(35 + spread + 15 * step)}
            for step in range(3)]},
        "affectedCustomers": [
            {"id": f"ACC-{number % 50}-{place}", "name": f"Customer {place}", "strategic": place < 4} for place in range(6)],
        "recentDeployments": [{"at": at(0), "service": f"service-{number % 211}", "version": f"1.{number}", "actor": "pipeline"}],
        "nextActions": [
            {"action": action, "owner": owner, "dueBy": at(600), "status": "pending"} for action, owner in (
                ("Hold limits against last week's load", "Platform"), ("Alert on refused requests", "Monitoring"),
                ("Write down how limits are set", "Support"))],
    }


def run(command: list[str], out: pathlib.Path) -> tuple[float, float]:
    """Seconds, and megabytes at most."""
    shutil.rmtree(out, ignore_errors=True)
    start = time.perf_counter()
    child = os.posix_spawnp(
        command[0], command, os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{' '.join(command)}: status {status}")
    return wall, usage.ru_maxrss / 1024


def rows(page: pathlib.Path) -> int:
    return page.read_text(encoding="utf-8").count("<tr>")


def main() -> int:
    debrief, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    folder = pathlib.Path(tempfile.mkdtemp(prefix="debrief-pages-"))
    export, contexts, shell = folder / "incidents.ndjson", folder / "contexts.ndjson", folder / "shell.html"
    export.write_text("".join(json.dumps(incident(number)) + "\n" for number in range(count)), encoding="utf-8")
    common = [debrief, "postmortem", str(export), "--as-of", AS_OF, "--quiet"]
    ours, theirs = folder / "ours", folder / "theirs"
    with open(contexts, "wb") as file:
        child = os.posix_spawnp(
            debrief, common + ["--print-context", "--out", "-"], os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, file.fileno(), 1)])
        os.waitpid(child, 0)
    style = (HERE.parent.parent / "Templates/shells/style.css").read_text(encoding="utf-8")
    shell.write_text(
        f"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>@title@</title><style>{style}</style>"
        "</head><body><main>@body@</main></body></html>", encoding="utf-8")
    contenders = {
        "debrief": (common + ["--format", "md,html", "--out", str(ours)], ours),
        "Jinja2 + markdown-it-py": (
            [sys.executable, str(HERE / "pages_jinja.py"), str(contexts), str(shell), str(theirs)], theirs),
    }
    results: dict[str, list[tuple[float, float]]] = {name: [] for name in contenders}
    for turn in range(ROUNDS + 1):
        for name, (command, out) in contenders.items():
            result = run(command, out)
            if turn > 0:
                results[name].append(result)
    made = sorted((ours / "post-mortems").glob("*.html"))
    unequal = [page.name for page in made if not (theirs / page.name).exists() or rows(page) != rows(theirs / page.name)]
    walls = {name: statistics.median(wall for wall, _ in list_) for name, list_ in results.items()}
    peaks = {name: statistics.median(peak for _, peak in list_) for name, list_ in results.items()}
    print(f"| {len(made)} post-mortems, md and html | wall s | memory MB | wall ratio |\n|---|---:|---:|---:|")
    for name in contenders:
        print(f"| {name} | {walls[name]:.2f} | {peaks[name]:.0f} | {walls[name] / walls['debrief']:.2f} |")
    if unequal:
        print(f"{len(unequal)} pages differ in their tables, the first is {unequal[0]}", file=sys.stderr)
    shutil.rmtree(folder)
    return 1 if unequal or len(made) != count else 0


if __name__ == "__main__":
    sys.exit(main())

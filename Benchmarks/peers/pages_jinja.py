#!/usr/bin/env python3
"""Post-mortems in Markdown and HTML, made with Jinja2 and markdown-it-py.

Usage: pages_jinja.py CONTEXTS.ndjson SHELL.html OUT. CONTEXTS holds what `debrief postmortem --print-context` says: the
facts are found and judged already, so that only the making of pages is measured. Jinja2 compiles its template once;
data is escaped for Markdown on entry. markdown-it-py runs with tables, and without raw HTML.
"""

import json
import pathlib
import re
import sys

import jinja2
from markdown_it import MarkdownIt

SPECIAL = re.compile(r"([\\`*_\[\]|~$<{])")

TEMPLATE = (pathlib.Path(__file__).parent / "post-mortem.md.jinja").read_text(encoding="utf-8")


def main() -> None:
    contexts, shell, out = sys.argv[1], pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"), pathlib.Path(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    environment = jinja2.Environment(trim_blocks=True, lstrip_blocks=True, finalize=lambda x: "" if x is None else x)
    environment.filters["e"] = lambda text: SPECIAL.sub(r"\\\1", text) if text else ""
    template = environment.from_string(TEMPLATE)
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    with open(contexts, encoding="utf-8") as lines:
        for line in lines:
            context = json.loads(line)
            page = template.render(context)
            body = page.split("---\n", 2)[2]
            html = shell.replace("@title@", context["id"]).replace("@body@", markdown.render(body))
            (out / f"{context['id']}.md").write_text(page, encoding="utf-8")
            (out / f"{context['id']}.html").write_text(html, encoding="utf-8")


if __name__ == "__main__":
    main()

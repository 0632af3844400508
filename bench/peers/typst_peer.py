"""Typst in Python, one compiler for all reports, so that fonts and what it has laid out stay in its memory.

`python typst_peer.py finished-text <folder> <name>...` is handed every text as the report prints it;
`python typst_peer.py whole-job <folder> <name>...` reads the CSV files, reckons and words every cell in Python.
"""

import sys
from pathlib import Path

import typst

BENCH = Path(__file__).parent.parent
REPORTS = BENCH / ".build" / "reports"

job, folder, *names = sys.argv[1:]
if job == "whole-job":
    from reports import report_json as text_of
else:

    def text_of(name):
        return (REPORTS / f"{name}.json").read_text(encoding="utf-8")


compiler = typst.Compiler(
    BENCH / "peers" / "typst" / "finished-text.typ",
    root=BENCH,
    font_paths=[BENCH / ".build" / "fonts"],
    ignore_system_fonts=True,
)
for name in names:
    pdf = compiler.compile(format="pdf", sys_inputs={"report": text_of(name)}, pdf_standards=["a-3a"])
    (Path(folder) / f"{name}.pdf").write_bytes(pdf)

"""WeasyPrint as a peer: the protocol of lib/serve.mjs. Fonts and style sheet are read once."""

import json
import sys
import time
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

REPORTS = Path(__file__).parent.parent / ".build" / "reports"
FONTS = FontConfiguration()
STYLES = CSS(filename=REPORTS / "report.css", font_config=FONTS)


def inputs(code):
    """The report's HTML; its style sheet is parsed already."""
    text = (REPORTS / f"{code}.html").read_text(encoding="utf-8")
    return "\n".join(line for line in text.split("\n") if not line.startswith("<link "))


def render(text):
    """A tagged PDF."""
    page = HTML(string=text, base_url=str(REPORTS))
    return page.write_pdf(stylesheets=[STYLES], font_config=FONTS, pdf_variant="pdf/ua-1")


def one(code, file):
    text = inputs(code)
    start = time.perf_counter()
    data = render(text)
    took = (time.perf_counter() - start) * 1000
    if file is not None:
        Path(file).write_bytes(data)
    return {"ms": took, "size": len(data)}


if sys.argv[1:2] == ["batch"]:
    for name in sys.argv[3:]:
        one(name, Path(sys.argv[2]) / f"{name}.pdf")
else:
    print('{"ready":true}', flush=True)
    for line in sys.stdin:
        job = json.loads(line)
        print(json.dumps(one(job["code"], job.get("file"))), flush=True)

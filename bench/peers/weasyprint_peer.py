"""WeasyPrint, fonts and style sheet read once: `python weasyprint_peer.py <folder> <name>...`"""

import sys
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

REPORTS = Path(__file__).parent.parent / ".build" / "reports"
FONTS = FontConfiguration()
STYLES = CSS(filename=REPORTS / "report.css", font_config=FONTS)

folder, *names = sys.argv[1:]
for name in names:
    lines = (REPORTS / f"{name}.html").read_text(encoding="utf-8").split("\n")
    page = "\n".join(line for line in lines if not line.startswith("<link "))
    document = HTML(string=page, base_url=str(REPORTS))
    pdf = document.write_pdf(stylesheets=[STYLES], font_config=FONTS, pdf_variant="pdf/ua-1")
    (Path(folder) / f"{name}.pdf").write_bytes(pdf)

#!/bin/sh
# Installs Typst and WeasyPrint beside the benchmark, in bench/.venv, where run.mjs looks for them.
set -eu
cd "$(dirname "$0")"
python3 -m venv .venv
.venv/bin/pip install --quiet typst==0.15.2 weasyprint==70.0
.venv/bin/python -c 'import typst, weasyprint; print("Typst", typst.__version__, "WeasyPrint", weasyprint.__version__)'

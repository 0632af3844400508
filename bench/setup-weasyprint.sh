#!/bin/sh
# Installs WeasyPrint beside the benchmark, in bench/.venv, where run.mjs looks for it.
set -eu
cd "$(dirname "$0")"
python3 -m venv .venv
.venv/bin/pip install --quiet weasyprint==70.0
.venv/bin/python -c 'import weasyprint; print("WeasyPrint", weasyprint.__version__)'

"""The report as finished text, as somebody would write it in Python for this one dataset: nothing is checked.

Reads the CSV files and the template, finds status years and periods, reckons in decimal, rounds once.
"""

import csv
import json
import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

PROGRAM = Path(__file__).parent.parent.parent
DATASET = PROGRAM / "fixtures" / "juni-2026"
MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8"))


template = read_json(PROGRAM / "templates" / "udviklingsrapport.json")
info = read_json(DATASET / "datasaet.json")


def number(text):
    """The decimal of "-10,35"; None for a symbol without a number."""
    digits = text.rstrip("*").replace(info["decimaltegn"], ".")
    if digits == "-":
        return Decimal(0)
    return Decimal(digits) if re.fullmatch(r"-?\d+(\.\d+)?", digits) else None


def read_table(name):
    """The figures by subject, series and time, and the times of each series at which anybody has a number."""
    figures, times = {}, {}
    with open(DATASET / name, encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, delimiter=";")
        next(rows)
        for subject, series, time, value, provenance in rows:
            parsed = number(value)
            figures[subject, series, time] = (parsed, provenance)
            if parsed is not None:
                times.setdefault(series, set()).add(time)
    return figures, times


indicators, years = read_table("indikatorer.csv")
key_figures, periods = read_table("noegletal.csv")


def filled(pattern, **values):
    return re.sub(r"\{(\w+)\}", lambda match: str(values[match[1]]), pattern)


def number_text(value, unit, decimals):
    if value is None:
        return ""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{rounded:,f}".translate(str.maketrans(",.", ".,"))
    return f"{text if rounded else text.lstrip('-')} {unit}".strip()


def month_text(part):
    return f"{MONTHS[int(part[5:]) - 1]} {part[:4]}"


def period_text(period):
    if "K" in period:
        return f"{period[-1]}. kvartal {period[:4]}"
    if "M" in period:
        return "-".join(month_text(part) for part in period.split("-"))
    if len(period) == 10:
        year, month, day = period.split("-")
        return f"{int(day)}. {MONTHS[int(month) - 1]} {year}"
    return period


def last_day(period):
    last = period.split("-")[-1] if "M" in period else period
    if len(last) == 10:
        return last
    month = 3 * int(last[-1]) if "K" in last else int(last[5:]) if "M" in last else 12
    return f"{last[:4]}-{month:02}-31"


def newest_year(ids, not_after=9999):
    return max((int(year) for one in ids for year in years.get(one, ()) if int(year) <= not_after), default=0)


class Report:
    """One subject's report; `provenances` are those of the figures that it uses."""

    def __init__(self, code, name):
        self.code, self.name, self.provenances = code, name, set()

    def figure(self, figures, subject, series, time):
        value, provenance = figures.get((subject, series, str(time)), (None, None))
        self.provenances.add(provenance)
        return value

    def indicator(self, one, baseline_year, status_year):
        goals = template["maalsaetninger"]
        text = filled(goals["indikatortekst"], id=one["id"], tekst=one["tekst"])
        if one["kunNationalt"]:
            return {"text": text, "status": {"text": ""}, "change": {"text": goals["opgoeresIkke"]}}
        year = newest_year([one["id"]], status_year) or status_year
        status = self.figure(indicators, self.code, one["id"], year)
        baseline = self.figure(indicators, self.code, one["id"], baseline_year)
        change = None if status is None or baseline is None else status - baseline
        shown = number_text(status, one["enhed"], one["decimaler"])
        if shown and year != status_year:
            shown = filled(goals["aeldreTal"], tal=shown, aar=year)
        return {
            "text": text,
            "status": {"text": shown},
            "change": {"text": number_text(change, one["udviklingsenhed"], one["decimaler"])},
        }

    def goal(self, goal):
        goals = template["maalsaetninger"]
        set_year = info.get("statusaar", {}).get(str(goal["nummer"]))
        year = set_year or newest_year([one["id"] for one in goal["indikatorer"]])
        return {
            "name": goal["navn"],
            "text": filled(goals["maaltekst"], navn=goal["navn"], tekst=goal["tekst"]),
            "statusText": str(year),
            "baselineText": filled(goals["basisaar"], aar=goal["basisaar"]),
            "indicators": [self.indicator(one, goal["basisaar"], year) for one in goal["indikatorer"]],
        }

    def key_figure(self, row):
        series = str(row["nummer"])
        period = max(periods.get(series, ()), key=last_day, default="")
        text = period_text(period)
        values = [self.figure(key_figures, subject, series, period) for subject in (self.code, "000")]
        return {
            "label": filled(template["noegletal"]["betegnelse"], nummer=series),
            "url": row["url"],
            "text": row["tekst"],
            "period": text[:1].upper() + text[1:] if row["periodeMedStort"] else text,
            "cells": [{"text": number_text(value, row["enhed"], row["decimaler"])} for value in values],
        }

    def finished(self):
        """Every text, in the shape that the layout wants."""
        goals, note = template["maalsaetninger"], template["fodnote"]
        year, month = info["udgave"].split("-")
        edition = f"{MONTHS[int(month) - 1].capitalize()} {year}"
        title = {
            "heading": template["titel"]["lokal"],
            "subject": filled(template["titel"]["emne"], navn=self.name),
            "edition": filled(template["titel"]["udgave"], udgave=edition),
        }
        report = {
            "edition": info["udgave"],
            "subject": {"code": self.code, "name": self.name},
            "title": {"text": " ".join(title.values()), **title},
            "dataset": {"sources": info["kilder"]},
            "goals": {
                "columns": {"status": goals["kolonner"]["status"], "change": goals["kolonner"]["udvikling"]},
                "goals": [self.goal(goal) for goal in goals["maal"]],
            },
            "keyFigures": [
                {
                    "heading": group["overskrift"],
                    "columns": [self.name, template["heleLandet"]],
                    "rows": [self.key_figure(row) for row in group["noegletal"]],
                }
                for group in template["noegletal"]["grupper"]
            ],
            "footnote": {
                "mark": note["tegn"],
                "before": f"{note['foer']} ",
                "linkText": note["linktekst"],
                "url": note["url"],
                "after": note["efter"],
            },
            "dateLine": filled(template["datolinje"], dato="6/6-2026"),
        }
        return {**report, "notice": template["eksempeldata"] if "eksempel" in self.provenances else None}


def report_json(name):
    """The report that the program writes as `name`, "udviklingsrapport-glostrup-2026-06"."""
    return json.dumps(Report(*subjects[name]).finished(), ensure_ascii=False)


def slug(text):
    ascii_text = text.lower().translate(str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ü": "u", "é": "e"}))
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")


subjects = {
    f"udviklingsrapport-{slug(one['name'])}-{info['udgave']}": (one["code"], one["name"])
    for one in read_json(PROGRAM / "src" / "municipalities" / "municipalities.json")["municipalities"]
}

#!/usr/bin/env python3
"""Whole commands on forty copies of the incident log, and whether each figure is forty times one copy's.

    bench/log_bench.py VIGIE LOG.csv.zst [RUNS]

Three commands, RUNS times each (5), of which the median, with what the kernel says of time and memory:
evaluated from the compressed CSV, made a columnar file, judged again from it under other terms. The
copies and the columnar file stay in build/bench. Needs python3 and zstd.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

COPIES = 40
HERE = pathlib.Path(__file__).resolve().parent
TERMS = HERE.parent / "docs/examples/uci"
FIGURES = {"met", "missed", "excluded", "pending", "not_measurable", "merged", "cancelled",
           "overdue_open", "measured"}


def run(command, out=subprocess.DEVNULL):
    """Wall seconds, processor seconds, peak memory in MiB."""
    begun = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdout=out, stderr=subprocess.PIPE)
    told = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - begun
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(told.decode())
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(title, command, runs):
    figures = [run(command) for _ in range(runs)]
    wall, processor, memory = (statistics.median(column) for column in zip(*figures))
    print(f"{title:52} {wall:7.2f} s {processor:9.2f} s {memory:7.0f} MiB", flush=True)


def figures_of(document, path=""):
    """Every count of verdicts in a scorecard, by its place."""
    if isinstance(document, dict):
        for key, value in document.items():
            place = f"{path}/{key}"
            if key in FIGURES and isinstance(value, int):
                yield place, value
            else:
                yield from figures_of(value, place)
    elif isinstance(document, list):
        for index, value in enumerate(document):
            yield from figures_of(value, f"{path}/{index}")


def scorecard(vigie, events, terms):
    made = subprocess.run(evaluation(vigie, events, terms) + ["--format", "json"],
                          check=True, capture_output=True)
    return dict(figures_of(json.loads(made.stdout)["agreements"]))


def evaluation(vigie, events, terms):
    command = [vigie, "evaluate", "--agreements", str(TERMS / terms), "--events", str(events)]
    return command if events.suffix == ".columns" else command + profile()


def profile():
    return ["--profile", str(TERMS / "servicenow.yaml")]


def main():
    vigie, log = sys.argv[1], pathlib.Path(sys.argv[2])
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    folder = HERE.parent / "build/bench"
    folder.mkdir(parents=True, exist_ok=True)
    copies = folder / "forty.csv.zst"
    columns = folder / "forty.columns"
    if not copies.exists():
        subprocess.run([HERE / "forty_copies.py", log, copies, str(COPIES)], check=True)
    print(f"{'median of ' + str(runs):52} {'wall':>9} {'processor':>11} {'memory':>11}")
    measure("evaluate, from the compressed CSV", evaluation(vigie, copies, "a3.yaml"), runs)
    measure("export events --format columns",
            [vigie, "export", "events", "--events", copies, *profile(), "--format", "columns",
             "--out", columns], runs)
    measure("evaluate under other terms, from the columnar file",
            evaluation(vigie, columns, "a1.yaml"), runs)
    one, many = scorecard(vigie, log, "a1.yaml"), scorecard(vigie, columns, "a1.yaml")
    wrong = [place for place in one if many.get(place) != COPIES * one[place]]
    if wrong or one.keys() != many.keys():
        sys.exit(f"not {COPIES} times one copy's: {', '.join(wrong[:5])}")
    print(f"{len(one)} figures, each {COPIES} times that of one copy")


main()

#!/usr/bin/env python3
"""Copies of the incident log, each with ticket numbers of its own, as one compressed CSV.

    bench/forty_copies.py LOG.csv.zst OUT.csv.zst [COPIES]

The ticket is the first column: INC0000045 becomes INC010000045 in the first copy, and so on. All the
rest stays, so that every figure of the result is COPIES times that of the log. Needs the zstd program.
"""
import re
import subprocess
import sys


def main():
    log, out = sys.argv[1:3]
    copies = int(sys.argv[3]) if len(sys.argv) > 3 else 40
    text = subprocess.run(["zstd", "-dcq", log], check=True, capture_output=True).stdout
    titles, rows = text.split(b"\n", 1)
    if not rows.endswith(b"\n"):
        rows += b"\n"
    with open(out, "wb") as file:
        zstd = subprocess.Popen(["zstd", "-q", "-3", "-c"], stdin=subprocess.PIPE, stdout=file)
        zstd.stdin.write(titles + b"\n")
        for copy in range(1, copies + 1):
            zstd.stdin.write(re.sub(rb"(?m)^INC", b"INC%02d" % copy, rows))
        zstd.stdin.close()
        if zstd.wait() != 0:
            sys.exit("zstd failed")


main()

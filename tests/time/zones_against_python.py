#!/usr/bin/env python3
"""Every zone of the system, 1970 to 2100: the offsets of `vigie time` against Python's zoneinfo.

zones_against_python.py PROGRAM
Each change that we claim is looked at on both sides; between changes Python is asked every three
days or so, so that a change that we miss shows. Standard library only.
"""
import json, subprocess, sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

FIRST, LAST = datetime(1970, 1, 1, tzinfo=timezone.utc), datetime(2100, 1, 1, tzinfo=timezone.utc)


def offset(zone, at):
    return int(at.astimezone(zone).utcoffset().total_seconds())


def differences(name, answer):
    if "changes" not in answer:
        return ["no answer: %s" % answer]
    zone, now, found = ZoneInfo(name), answer["offset_seconds"], []
    stretches, start = [], FIRST
    for text, after in answer["changes"]:
        at = datetime.fromisoformat(text.replace("Z", "+00:00"))
        stretches.append((start, at, now))
        start, now = at, after
    stretches.append((start, LAST, now))
    for start, end, claimed in stretches:
        points = [start, end - timedelta(seconds=1)]
        step = max((end - start) / 60, timedelta(days=3))
        at = start + step
        while at < end:
            points.append(at)
            at += step
        for at in points:
            if offset(zone, at) != claimed:
                found.append("%s: ours %d, Python %d" % (at.isoformat(), claimed, offset(zone, at)))
                break
    return found


def main():
    names = sorted(n for n in available_timezones() if n != "localtime")
    case = {"op": "offsets", "input": {"from": "1970-01-01T00:00:00Z", "to": "2100-01-01T00:00:00Z"}}
    feed = ""
    for name in names:
        case["input"]["time_zone"] = name
        feed += json.dumps(case) + "\n"
    out = subprocess.run([sys.argv[1], "time"], input=feed, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    bad = 0 if len(out) == len(names) else 1
    for name, line in zip(names, out):
        for difference in differences(name, json.loads(line))[:3]:
            bad += 1
            print(name, difference)
    print("zones=%d differ=%d" % (len(names), bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Random cases on every operation and every policy: `vigie time` against the reference evaluator.

compare_with_reference.py REFERENCE.py PROGRAM [--seed N] [--count M]
Prints the differences and ends with 1 when there are any. Standard library only.
"""
import argparse, importlib.util, json, random, subprocess, sys
from datetime import date, datetime, timedelta, timezone

UTC = timezone.utc
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Policies that change how the calendar of a ticket is read are compared on every operation.
VALUES = {
    "deadline_at_close": ["close", "reopen"], "backward_at_open": ["open", "previous_close"],
    "zero_add": ["snap", "identity"], "close_instant": ["closed", "open"],
    "reversed_interval": ["zero", "negative", "swap"], "dst_gap": ["transition", "shift"],
    "dst_fold_start": ["first", "second"], "dst_fold_end": ["first", "second"],
    "day_length": ["real", "nominal"], "holiday_scope": ["civil_day", "start_day"],
    "zero_reported_as": [0, 1], "pause_clock": ["business", "wall", "business_at_due"],
    "add_days": ["keep_snap", "keep", "roll_keep", "roll_date_keep", "roll_then_open"],
    "days_between": ["exclusive_end", "inclusive", "count_entered"],
    "rounding": ["none", "minute_down"], "no_open_time": ["null", "wall_clock"],
}
STATES = ["open", "waiting", "vendor"]


def load(path):
    spec = importlib.util.spec_from_file_location("reference", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Corpus:
    def __init__(self, reference, seed):
        self.reference, self.random = reference, random.Random(seed)

    def hours(self):
        return self.reference.rnd_hours(self.random)

    def calendar(self):
        r, ref = self.random, self.reference
        zone = r.choice(ref.ZONES)
        base = date.fromisoformat(r.choice(ref.NEAR[zone]))
        day = lambda: (base + timedelta(days=r.randrange(-15, 16))).isoformat()
        spec = {"time_zone": zone, "weekly": {}}
        for name in ref.WD:
            hours = self.hours()
            if r.random() < 0.1:
                hours = hours + [["12:00", "12:00"]]
            if hours:
                spec["weekly"][name] = hours
        if r.random() < 0.05:
            spec["weekly"] = {}
        if r.random() < 0.6:
            spec["holidays"] = sorted({day() for _ in range(r.randrange(1, 4))})
        if r.random() < 0.3:
            spec["yearly_holidays"] = sorted({day()[5:] for _ in range(2)} | {"02-29"})
        if r.random() < 0.3:
            a, b = sorted([day(), day()])
            spec["holiday_ranges"] = [[a, b]] if r.random() < 0.5 else [[a, a]]
        for kind in ("shifts", "extra", "breaks"):
            if r.random() < 0.4:
                spec[kind] = {day(): self.hours() for _ in range(r.randrange(1, 4))}
        if r.random() < 0.8:
            spec["policy"] = {k: r.choice(v) for k, v in VALUES.items() if r.random() < 0.3}
        return spec, base

    def instant(self, cal, base):
        r, ref = self.random, self.reference
        t = cal.midnight(base) + r.randrange(-6 * 86400, 6 * 86400) * 1000
        if r.random() < 0.4:
            segs = cal.between_segs(t, t + 8 * 86400000)
            if segs:
                t = r.choice(r.choice(segs)) + r.choice([0, 0, 0, -1, 1, 500])
        return t

    def case(self, spec, base):
        r, ref = self.random, self.reference
        cal = ref.Calendar(spec)
        at = lambda: ref.fmt(self.instant(cal, base))
        day = lambda: (base + timedelta(days=r.randrange(-15, 16))).isoformat()
        op = r.choice(["add"] * 4 + ["between"] * 3 + ["is_open", "next_open", "prev_open", "next_opening",
                       "next_closing", "prev_opening", "prev_closing", "periods", "add_days", "add_days",
                       "add_days_date", "days_between", "is_workday", "is_holiday", "resolve_local",
                       "ticket", "ticket", "held", "sli"])
        if op == "add":
            s = r.choice([0, 1, 59, 900, 3600, 7200, 28800, 86400, r.randrange(1, 400000), 0.5, 1.25])
            given = {"start": at(), "seconds": -s if r.random() < 0.4 else s}
            if r.random() < 0.3:                       # a sum that ends exactly on an edge
                a, b = self.instant(cal, base), self.instant(cal, base)
                v = cal.between(min(a, b), max(a, b))
                given = {"start": ref.fmt(min(a, b)), "seconds": ref.sec(v)}
                if r.random() < 0.5:
                    given = {"start": ref.fmt(max(a, b)), "seconds": -ref.sec(v)}
        elif op == "between":
            given = {"start": at(), "end": at()}
        elif op in ("add_days",):
            given = {"start": at(), "days": r.randrange(-6, 7)}
        elif op == "add_days_date":
            given = {"date": day(), "days": r.randrange(-6, 7)}
        elif op == "days_between":
            given = {"start": day(), "end": day()}
        elif op in ("is_workday", "is_holiday"):
            given = {"date": day()}
        elif op == "resolve_local":
            near = datetime(base.year, base.month, base.day) + timedelta(minutes=r.randrange(-60, 300))
            given = {"time_zone": spec["time_zone"], "local": near.isoformat()}
        elif op == "periods":
            given = {"from": at(), "count": r.randrange(1, 6)}
            if r.random() < 0.3:
                given["direction"] = "backward"
            if r.random() < 0.3:
                given["until"] = at()
        elif op == "ticket":
            given = self.ticket(cal, base)
        elif op == "held":
            times = sorted(self.instant(cal, base) for _ in range(r.randrange(2, 6)))
            given = {"events": [{"at": ref.fmt(t), "holder": r.choice("abc")} for t in times[:-1]],
                     "end": ref.fmt(times[-1])}
        elif op == "sli":
            windows = lambda: [[ref.fmt(x) for x in sorted([self.instant(cal, base), self.instant(cal, base)])]
                               for _ in range(r.randrange(0, 3))]
            a, b = sorted([self.instant(cal, base), self.instant(cal, base)])
            given = {"from": ref.fmt(a), "to": ref.fmt(b), "excluded": windows(), "problems": windows()}
        else:
            given = {"at": at()}
        return {"op": op, "calendar": spec, "input": given}

    def ticket(self, cal, base):
        r, ref = self.random, self.reference
        times = sorted(self.instant(cal, base) for _ in range(r.randrange(2, 8)))
        kinds = ["create"] + [r.choice(["state", "agent_reply", "customer_reply", "close"]) for _ in times[2:]]
        events = []
        for t, kind in zip(times, kinds):
            event = {"at": ref.fmt(t), "type": kind}
            if kind == "state" or r.random() < 0.2:
                event["state"] = r.choice(STATES)
            events.append(event)
        objectives = []
        for i in range(r.randrange(1, 4)):
            objective = {"name": "o%d" % i, "target_seconds": r.choice([0, 3600, 14400, 28800, 100000])}
            if r.random() < 0.4:
                objective["start_on"] = r.sample(["create", "customer_reply"], r.randrange(1, 3))
            if r.random() < 0.8:
                objective["stop_on"] = r.sample(["close", "agent_reply"], r.randrange(1, 3))
            if r.random() < 0.7:
                objective["pause_in"] = r.sample(STATES[1:], r.randrange(1, 3))
            if r.random() < 0.4:
                objective["restart"] = r.choice(["after_stop", "each"])
            objectives.append(objective)
        given = {"objectives": objectives, "events": events}
        if r.random() < 0.9:
            given["asof"] = ref.fmt(times[-1])
        return given


def is_beyond_the_reference(case, expected):
    """Where the reference only searches 25 years, or hands 24x7 out in pieces, it is no witness."""
    text = json.dumps(case["calendar"].get("weekly", {}))
    whole_days = all(["00:00", "24:00"] in case["calendar"].get("weekly", {}).get(d, []) for d in
                     ("mon", "tue", "wed", "thu", "fri", "sat", "sun"))
    return whole_days and case["op"] in ("periods", "next_opening", "next_closing", "prev_opening", "prev_closing")


def main():
    p = argparse.ArgumentParser()
    p.add_argument("reference")
    p.add_argument("program")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--count", type=int, default=1000)
    a = p.parse_args()
    reference = load(a.reference)
    corpus, cases = Corpus(reference, a.seed), []
    while len(cases) < a.count:
        spec, base = corpus.calendar()
        cases += [corpus.case(spec, base) for _ in range(8)]
    feed = "".join(json.dumps(c) + "\n" for c in cases)
    out = subprocess.run([a.program, "time"], input=feed, stdout=subprocess.PIPE, text=True).stdout
    lines = out.splitlines()
    bad = left_out = 0
    for case, line in zip(cases, lines):
        policy = case["calendar"].get("policy") if case["op"] == "resolve_local" else None
        try:
            expected = reference.evaluate(case, policy)
        except (AttributeError, TypeError, OverflowError):          # the reference found no day at all
            expected = None
        got = json.loads(line)
        if expected is None or is_beyond_the_reference(case, expected):
            left_out += 1
        elif not reference.same(expected, got):
            bad += 1
            print("DIFFERS", json.dumps(case), "\n  expected", json.dumps(expected), "\n  got     ", line)
    print("compared=%d left_out=%d differ=%d" % (len(lines), left_out, bad))
    return 1 if bad or len(lines) != len(cases) else 0


if __name__ == "__main__":
    sys.exit(main())

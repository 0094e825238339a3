"""Alerts of the real Alertmanager open and end outages, once: ./dev drill alertmanager.

Two of them hear the same alerts and each tells of them, as those of a pair do; groups are repeated
every two seconds. One source takes alerts at once; another waits before it opens and ends.
"""
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

from node import Broken, Node, ask, free_port, need, unprivileged

CONFIGURATION = """
route:
  receiver: vigie
  group_by: [alertname]
  group_wait: 500ms
  group_interval: 1s
  repeat_interval: 2s
receivers:
  - name: vigie
    webhook_configs:
"""
RECEIVER = """      - url: http://127.0.0.1:{port}/api/sources/{reference}/facts
        send_resolved: true
        http_config:
          authorization: {{credentials: "{secret}"}}
"""


def now():
    return datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)


def stamp(at):
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


class Alertmanager:
    def __init__(self, folder, name, receivers):
        self.port = free_port()
        path = f"{folder}/{name}"
        os.makedirs(path)
        with open(f"{path}/alertmanager.yml", "w") as file:
            file.write(CONFIGURATION + receivers)
        os.chmod(path, 0o777)
        self.process = subprocess.Popen(
            ["prometheus-alertmanager", f"--config.file={path}/alertmanager.yml", f"--storage.path={path}/kept",
             f"--web.listen-address=127.0.0.1:{self.port}", "--cluster.listen-address="],
            stdout=open(f"{folder}/{name}.log", "w"), stderr=subprocess.STDOUT, **unprivileged())

    def wait(self):
        for _ in range(100):
            try:
                if ask(self.port, "GET", "/api/v2/status")[0] == 200:
                    return
            except (OSError, Broken):
                pass
            time.sleep(0.1)
        raise Broken("alertmanager does not answer")

    def tell(self, name, labels, began, ended=None):
        alert = {"labels": {"alertname": name, "severity": "critical", **labels},
                 "annotations": {"summary": f"{name} is down"}, "startsAt": stamp(began),
                 "endsAt": stamp(ended or began + datetime.timedelta(hours=1))}
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/api/v2/alerts", json.dumps([alert]).encode(),
                                         {"Content-Type": "application/json"})
        urllib.request.urlopen(request, timeout=5).read()

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Drill:
    def __init__(self, program, folder):
        self.node = Node(program, folder, f"sqlite:{folder}/vigie.db")
        self.node.add_account()
        self.node.start()
        self.fields = self.node.sign_in()
        self.ask("POST", "/api/parties", {"reference": "acme", "kind": "customer", "name": "Acme"})
        receivers = self.source("plain") + self.source("patient", opens_after_seconds=3, closes_after_seconds=6)
        self.pair = [Alertmanager(folder, f"alertmanager-{n}", receivers) for n in (1, 2)]
        for each in self.pair:
            each.wait()

    def ask(self, method, path, body=None):
        status, answer, _ = ask(self.node.port, method, path, body, self.fields)
        if status >= 400:
            raise Broken(f"{method} {path}: {status} {answer}")
        return answer

    def source(self, reference, **lengths):
        made = self.ask("POST", "/api/sources", {"reference": reference, "name": f"The {reference} one",
                                                 "kind": "alertmanager", "customer": "acme", **lengths})
        return RECEIVER.format(port=self.node.port, reference=reference, secret=made["secret"])

    def tell(self, *alert):
        for each in self.pair:
            each.tell(*alert)

    def outages(self, item, source):
        """[began, ended] of each that this source told of, the first one first."""
        found = []
        for each in reversed(self.ask("GET", "/api/outages?limit=200")["items"]):
            whole = self.ask("GET", f"/api/outages/{each['reference']}")
            told_by = {event["source"] for event in whole["events"]}
            if each["item"] == item and told_by == {source} and not each["withdrawn"]:
                found.append([each["began_at"], each.get("restored_at")])
        return found

    def wait_for(self, item, source, wanted, seconds=25):
        end = time.monotonic() + seconds
        while self.outages(item, source) != wanted and time.monotonic() < end:
            time.sleep(0.2)
        seen = self.outages(item, source)
        if seen != wanted:
            raise Broken(f"outages of {item} by {source}: {seen}, and not {wanted}")
        print(f"  {source}: {item} {' '.join(f'{b[11:19]}-{e[11:19] if e else str()}' for b, e in seen) or 'no outage'}")

    def calls(self):
        with open(self.node.log) as log:
            return sum('"route":"/api/sources/{reference}/facts"' in line and '"status":202' in line for line in log)


def fires_repeats_and_ends(drill):
    print("an alert fires, is repeated, ends:")
    began = now()
    drill.tell("MailDown", {"service": "mail"}, began)
    drill.wait_for("mail", "plain", [[stamp(began), None]])
    before = drill.calls()
    while drill.calls() < before + 8:
        time.sleep(0.2)
    print(f"  repeated: {drill.calls()} calls so far")
    drill.wait_for("mail", "plain", [[stamp(began), None]])
    drill.wait_for("mail", "patient", [[stamp(began), None]])
    ended = now()
    drill.tell("MailDown", {"service": "mail"}, began, ended)
    drill.wait_for("mail", "plain", [[stamp(began), stamp(ended)]])
    drill.wait_for("mail", "patient", [[stamp(began), stamp(ended)]])
    time.sleep(1)
    again = now()
    drill.tell("MailDown", {"service": "mail"}, again)
    drill.wait_for("mail", "plain", [[stamp(began), stamp(ended)], [stamp(again), None]])


def flaps(drill):
    print("an alert flaps:")
    times = []
    for _ in range(3):
        began = now()
        drill.tell("ShopDown", {"service": "shop"}, began)
        time.sleep(4)
        ended = now()
        drill.tell("ShopDown", {"service": "shop"}, began, ended)
        times.append([stamp(began), stamp(ended)])
        time.sleep(2.5)
    drill.wait_for("shop", "plain", times)
    drill.wait_for("shop", "patient", [[times[0][0], times[-1][1]]])
    print("an alert is over before it counts:")
    began = now()
    drill.tell("WikiDown", {"service": "wiki"}, began)
    time.sleep(1)
    ended = now()
    drill.tell("WikiDown", {"service": "wiki"}, began, ended)
    drill.wait_for("wiki", "plain", [[stamp(began), stamp(ended)]])
    time.sleep(3)
    drill.wait_for("wiki", "patient", [])


def forged(drill):
    status, _, _ = ask(drill.node.port, "POST", "/api/sources/plain/facts", {"alerts": []},
                       {"Authorization": "Bearer whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    if status != 401:
        raise Broken(f"a forged call is answered {status}")
    print("a forged call is refused: 401")


def main():
    need("prometheus-alertmanager")
    folder = tempfile.mkdtemp(prefix="vigie-alerts-")
    os.chmod(folder, 0o755)
    drill = None
    try:
        drill = Drill(os.path.abspath(sys.argv[1]), folder)
        fires_repeats_and_ends(drill)
        flaps(drill)
        forged(drill)
        print(f"taken: {drill.calls()} calls of two Alertmanagers; each outage was opened and ended once")
    finally:
        if drill:
            for each in drill.pair:
                each.stop()
            drill.node.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    try:
        main()
    except Broken as broken:
        sys.exit(f"failed: {broken}")

"""Requests a second beside nginx, and what a thousand idle clients cost: ./dev bench http.

One run, one machine, the same 64 connections, turn by turn, the median of five. nginx serves a file
of the same size with one worker and its access log on; Vigie writes its log too.
"""
import os
import re
import select
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time


def cpu_of(pids):
    """Seconds of processor that the threads of these processes took so far, to the nanosecond."""
    total = 0
    for pid in pids:
        for task in os.listdir(f"/proc/{pid}/task"):
            total += int(open(f"/proc/{pid}/task/{task}/schedstat").read().split()[0])
    return total / 1e9


def resident_of(pid):
    """KiB in memory."""
    return int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{pid}/status").read())[1])


def wrk(url, pids):
    before = cpu_of(pids)
    out = subprocess.run(["wrk", "-t1", "-c64", "-d3s", "--latency", url], capture_output=True,
                         text=True, check=True).stdout
    count = int(re.search(r"(\d+) requests in", out)[1])
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1])
    p99 = re.search(r"99%\s+(\S+)", out)[1]
    return rate, p99, (cpu_of(pids) - before) / count * 1e6


def start_nginx(program, folder):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    open(f"{folder}/kilobyte", "w").write("x" * 1011)
    open(f"{folder}/nginx.conf", "w").write(f"""
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 4096; }}
http {{ access_log {folder}/access.log; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;
  fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  keepalive_requests 100000000; open_file_cache max=10;
  server {{ listen 127.0.0.1:{port}; root {folder}; }} }}
""")
    os.chmod(folder, 0o755)
    master = subprocess.Popen([program, "-p", folder, "-c", f"{folder}/nginx.conf"],
                              stderr=subprocess.DEVNULL)
    time.sleep(1)
    workers = open(f"/proc/{master.pid}/task/{master.pid}/children").read().split()
    return master, port, [int(worker) for worker in workers]


def compare(server, port, nginx):
    rows = {"vigie": (f"http://127.0.0.1:{port}/kilobyte", [server.pid])}
    with tempfile.TemporaryDirectory() as folder:
        master = None
        if nginx:
            master, nginx_port, workers = start_nginx(nginx, folder)
            rows["nginx"] = (f"http://127.0.0.1:{nginx_port}/kilobyte", workers)
        runs = {name: [] for name in rows}
        for _ in range(5):
            for name, (url, pids) in rows.items():
                runs[name].append(wrk(url, pids))
        if master:
            master.terminate()
            master.wait()
    for name, of in runs.items():
        rate = statistics.median(run[0] for run in of)
        cpu = statistics.median(run[2] for run in of)
        print(f"{name}: {rate:,.0f} requests/s, p99 {of[2][1]}, {cpu:.1f} us of CPU a request")
    if not nginx:
        print("nginx: not on this machine")


def idle_streams(server, port, seconds):
    before = resident_of(server.pid)
    clients = []
    for _ in range(1000):
        client = socket.create_connection(("127.0.0.1", port))
        client.sendall(b"GET /live HTTP/1.1\r\nHost: a\r\n\r\n")
        clients.append(client)
    for client in clients:
        client.recv(4096)
    time.sleep(2)
    memory = (resident_of(server.pid) - before) / 1000
    begun = cpu_of([server.pid])
    time.sleep(seconds)
    cpu = (cpu_of([server.pid]) - begun) * 1000 * 60 / seconds
    for client in clients:
        client.setblocking(False)
        try:
            client.recv(65536)
        except BlockingIOError:
            pass
    told = time.monotonic()
    server.send_signal(signal.SIGUSR1)
    waiting = {client.fileno(): client for client in clients}
    poll = select.poll()
    for each in waiting:
        poll.register(each, select.POLLIN)
    while waiting and time.monotonic() - told < 10:
        for each, _ in poll.poll(100):
            waiting.pop(each).recv(4096)
            poll.unregister(each)
    reached = (time.monotonic() - told) * 1000
    print(f"1,000 idle event streams: {cpu:.1f} ms of CPU a minute, {memory:.1f} KiB each; "
          f"an event reaches all in {reached:.0f} ms")


def main():
    program, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 60
    if not shutil.which("wrk"):
        sys.exit("wrk is not on this machine")
    nginx = os.environ.get("VIGIE_NGINX") or shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
    server = subprocess.Popen([program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        port = int(server.stdout.readline())
        idle_streams(server, port, seconds)
        compare(server, port, nginx)
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()

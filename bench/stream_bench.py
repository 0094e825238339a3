"""What a thousand clients that listen cost, and how soon all of them hear: ./dev bench stream.

A whole server on SQLite, a thousand streams of one token each kept open, nothing done for so many
seconds; then tickets are opened one after the other, and the time until the last client has heard of
each is told.
"""
import json
import os
import select
import shutil
import socket
import statistics
import sys
import tempfile
import time

from http_bench import cpu_of, resident_of
from load_bench import Vigie

CLIENTS = 1000


def streams(vigie):
    clients = []
    for _ in range(CLIENTS):
        client = socket.create_connection(("127.0.0.1", vigie.port))
        client.sendall(f"GET /api/stream HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {vigie.secret}\r\n\r\n".encode())
        clients.append(client)
    for client in clients:
        heard = b""
        while b"event: open" not in heard:
            more = client.recv(4096)
            if not more:
                sys.exit(f"a stream is refused: {heard.decode()}")
            heard += more
        client.setblocking(False)
    return clients


def drain(clients):
    for client in clients:
        try:
            while client.recv(65536):
                pass
        except BlockingIOError:
            pass


def reach_all(vigie, clients):
    """Milliseconds from before a ticket is opened to when the last client has heard of it, and from its
    answer."""
    drain(clients)
    body = {"customer": "customer-1", "title": "Everybody hears", "kind": "incident"}
    waiting = {client.fileno(): client for client in clients}
    poll = select.epoll()
    for each in waiting:
        poll.register(each, select.EPOLLIN)
    begun = time.monotonic()
    opened, _ = vigie.ask("POST", "/api/tickets", body)
    answered = time.monotonic()
    reference = opened["reference"].encode()
    while waiting and time.monotonic() - begun < 10:
        for each, _ in poll.poll(0.1):
            if each in waiting and reference in waiting[each].recv(65536):
                poll.unregister(each)
                waiting.pop(each)
    if waiting:
        sys.exit(f"{len(waiting)} clients have not heard of {opened['reference']}")
    heard = time.monotonic()
    return (heard - begun) * 1000, (heard - answered) * 1000


def main():
    program = sys.argv[1]
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 120
    folder = tempfile.mkdtemp(prefix="vigie-stream-")
    vigie = Vigie(program, folder)
    pid = vigie.process.pid
    try:
        vigie.ask("GET", "/api/tickets")
        before = resident_of(pid)
        clients = streams(vigie)
        time.sleep(2)
        memory = (resident_of(pid) - before) / CLIENTS
        time.sleep(6)
        begun = cpu_of([pid])
        time.sleep(seconds)
        cpu = (cpu_of([pid]) - begun) * 1000 * 60 / seconds
        print(f"{CLIENTS:,} idle event streams: {cpu:.1f} ms of CPU a minute (over {seconds} s), {memory:.1f} KiB each",
              flush=True)
        times = []
        for _ in range(20):
            times.append(reach_all(vigie, clients))
            time.sleep(0.2)
        print(f"an event reaches all: median {statistics.median(t[0] for t in times):.0f} ms from before the "
              f"request, {statistics.median(t[1] for t in times):.0f} ms from its answer; most "
              f"{max(t[0] for t in times):.0f} ms")
        for client in clients:
            client.close()
        time.sleep(1)
        begun = cpu_of([pid])
        time.sleep(min(seconds, 30))
        alone = (cpu_of([pid]) - begun) * 1000 * 60 / min(seconds, 30)
        print(f"without a client: {alone:.1f} ms of CPU a minute")
    finally:
        vigie.stop()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()

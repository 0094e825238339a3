"""What a well-behaved client notices while others misbehave: ./dev bench hostile.

A thousand half-open connections, bodies that drip, bodies of 100 MB, deep JSON, bytes that are not
UTF-8, requests that two programs would read differently, and hostile YAML in agreements, for so many
seconds. Meanwhile a client on another address reads tickets and opens some, and its times are told.
Whoever misbehaves must be refused, and nothing may fall.
"""
import asyncio
import http.client
import json
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time

from load_bench import Vigie

HALF_OPEN = 1000
DRIPPING = 50
LARGE = 4


def percentile(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1000


def behave(port, secret, seconds, told):
    """Two hundred reads a second and twenty openings, on one connection; tells the times."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30, source_address=("127.0.0.2", 0))
    fields = {"Authorization": f"Bearer {secret}", "Content-Type": "application/json"}
    body = json.dumps({"customer": "customer-1", "title": "All is well", "kind": "incident"})
    times = {"GET": [], "POST": []}
    end = time.monotonic() + seconds
    count = 0
    while time.monotonic() < end:
        count += 1
        method = "POST" if count % 10 == 0 else "GET"
        begun = time.monotonic()
        if method == "GET":
            connection.request("GET", "/api/tickets/INC-1", headers=fields)
        else:
            connection.request("POST", "/api/tickets", body, fields)
        answer = connection.getresponse()
        answer.read()
        if answer.status >= 400:
            told.put((f"refused: {answer.status}", None))
            return
        times[method].append(time.monotonic() - begun)
        time.sleep(max(0.0, 0.005 - (time.monotonic() - begun)))
    told.put((None, times))


def tell_behaved(name, port, secret, seconds):
    told = multiprocessing.Queue()
    client = multiprocessing.Process(target=behave, args=(port, secret, seconds, told))
    client.start()
    refused, times = told.get()
    client.join()
    if refused:
        sys.exit(f"{name}: the well-behaved client was {refused}")
    for method, what in (("GET", "read a ticket"), ("POST", "open a ticket")):
        of = times[method]
        print(f"{name}, {what}: {len(of):,} times, p50 {percentile(of, .5):.1f} ms, p99 {percentile(of, .99):.1f} ms, "
              f"most {max(of) * 1000:.1f} ms", flush=True)


class Attack:
    def __init__(self, port, secret):
        self.port = port
        self.secret = secret
        self.answers = {}

    async def connect(self, address):
        return await asyncio.open_connection("127.0.0.1", self.port, local_addr=(address, 0))

    def note(self, kind, answer):
        status = answer[9:12].decode(errors="replace") if answer.startswith(b"HTTP/1.1 ") else "closed"
        key = (kind, status)
        self.answers[key] = self.answers.get(key, 0) + 1

    async def exchange(self, kind, address, data):
        """Says all of it, and hears the answer."""
        try:
            reader, writer = await self.connect(address)
            try:
                writer.write(data)
                answer = await asyncio.wait_for(reader.read(200), 30)
                self.note(kind, answer)
            finally:
                writer.close()
        except OSError:
            self.note(kind, b"")

    async def half_open(self):
        while True:
            try:
                reader, writer = await self.connect("127.0.0.1")
                writer.write(b"GET /api/tickets HTTP/1.1\r\nHost: a\r\nX-A")
                self.note("half-open", await reader.read(200))
                writer.close()
            except OSError:
                self.note("half-open", b"")
            await asyncio.sleep(random.random())

    async def drip(self):
        head = f"POST /api/tickets HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n".encode()
        while True:
            try:
                reader, writer = await self.connect("127.0.0.3")
                writer.write(head)
                answer = asyncio.ensure_future(reader.read(200))
                while not answer.done():
                    writer.write(b" ")
                    await asyncio.sleep(0.5)
                self.note("dripping body", answer.result())
                writer.close()
            except OSError:
                self.note("dripping body", b"")

    async def large(self, is_chunked):
        piece = b"x" * 65536
        form = b"Transfer-Encoding: chunked" if is_chunked else b"Content-Length: 104857600"
        while True:
            try:
                reader, writer = await self.connect("127.0.0.4")
                writer.write(b"POST /api/tickets HTTP/1.1\r\nHost: a\r\n" + form + b"\r\n\r\n")
                answer = asyncio.ensure_future(reader.read(200))
                for _ in range(1600):
                    writer.write(b"10000\r\n" + piece + b"\r\n" if is_chunked else piece)
                    await writer.drain()
                    if answer.done():
                        break
                self.note("100 MB body", await asyncio.wait_for(answer, 30))
                writer.close()
            except (OSError, asyncio.TimeoutError):
                self.note("100 MB body", b"")
            await asyncio.sleep(0.05)

    def post(self, path, body, fields=b""):
        head = (f"POST {path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {self.secret}\r\nConnection: close\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n").encode()
        return head + fields + b"\r\n" + body

    def shapes(self):
        """Each with what must be heard; all of them are refused."""
        begin = b"POST /api/tickets HTTP/1.1\r\nHost: a\r\n"
        yield "deep JSON", self.post("/api/tickets", b"[" * 200_000)
        yield "deep JSON", self.post("/api/tickets", b'{"a":' * 100_000)
        yield "not UTF-8", self.post("/api/tickets", b'{"customer": "\xff\xfe", "title": "\xc0\xaf"}')
        yield "not UTF-8", b"GET /api/tickets/\xff HTTP/1.1\r\nHost: a\r\n\r\n"
        yield "two lengths", begin + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        yield "two lengths", begin + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"
        yield "two lengths", begin + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"
        yield "shapes", begin + b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"
        yield "shapes", b"GET /api/tickets HTTP/1.1\nHost: a\n\n"
        yield "shapes", b"GET /api/tickets HTTP/1.1\r\nHost: a\r\n folded\r\n\r\n"
        yield "shapes", b"GET /api/tickets HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"
        yield "shapes", begin + b"Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n"
        for document in hostile_documents():
            yield "hostile YAML", self.post("/api/agreements", json.dumps({"document": document}).encode())

    async def shaped(self):
        while True:
            for kind, data in self.shapes():
                await self.exchange(kind, "127.0.0.5", data)
                await asyncio.sleep(0.01)

    async def run(self, seconds):
        tasks = [asyncio.ensure_future(self.half_open()) for _ in range(HALF_OPEN)]
        tasks += [asyncio.ensure_future(self.drip()) for _ in range(DRIPPING)]
        tasks += [asyncio.ensure_future(self.large(i % 2 == 0)) for i in range(LARGE)]
        tasks.append(asyncio.ensure_future(self.shaped()))
        await asyncio.sleep(seconds)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def hostile_documents():
    laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for i, name in enumerate("bcdefghij"):
        laughs += f"{name}: &{name} [" + ", ".join(["*" + "abcdefghij"[i]] * 9) + "]\n"
    yield laughs
    yield "[" * 10_000
    yield "a:\n" + "".join(" " * i + "- a:\n" for i in range(1, 600))
    yield "id: !!python/object/apply:os.system [ls]\n"
    yield "id: one\nid: two\n"
    yield "id: " + "x" * 15_000
    yield "\x00\x01\x02"
    yield "? " * 5_000


def attack(port, secret, seconds, told):
    one = Attack(port, secret)
    asyncio.run(one.run(seconds))
    told.put(one.answers)


def main():
    program = sys.argv[1]
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    folder = tempfile.mkdtemp(prefix="vigie-hostile-")
    vigie = Vigie(program, folder)
    try:
        vigie.ask("POST", "/api/tickets", {"customer": "customer-1", "title": "The first", "kind": "incident"})
        tell_behaved("alone", vigie.port, vigie.secret, 5)
        told = multiprocessing.Queue()
        attacker = multiprocessing.Process(target=attack, args=(vigie.port, vigie.secret, seconds + 4, told))
        attacker.start()
        time.sleep(3)
        tell_behaved("under attack", vigie.port, vigie.secret, seconds)
        answers = told.get()
        attacker.join()
        for (kind, status), count in sorted(answers.items()):
            print(f"{kind}: {count:,} times {status}")
        taken = [kind for (kind, status), _ in answers.items() if status.startswith("2")]
        if taken or vigie.process.poll() is not None:
            sys.exit(f"taken as if they were well-formed: {taken}; the server runs: {vigie.process.poll() is None}")
        tell_behaved("afterwards", vigie.port, vigie.secret, 5)
    finally:
        vigie.stop()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()

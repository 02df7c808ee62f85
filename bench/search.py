#!/usr/bin/env python3
"""Search: CPU ms of a whole request, application and database, then p50 and p95 with 1 and with 16 clients, for words rare and common, typed
and mistyped, in four languages, with operators, and in the ticket list; size of the index.
usage: bench/search.py FOLDER     (a folder of bench/measure.py with its data; needs target/fourleaf-*.jar; SECS=20)
       BASE=http://… PID=… DATA=…  of a desk that runs already
Waits until the index has caught up. The machine should do nothing else; the load average is printed with each figure."""
import json, os, pathlib, statistics, subprocess, sys, threading, time, urllib.parse, urllib.request

from desk import Desk, TOKEN

FOLDER = pathlib.Path(sys.argv[1])
SECONDS, CLIENTS = float(os.environ.get("SECS", "20")), [int(n) for n in os.environ.get("CLIENTS", "1,16").split(",")]
BASE = os.environ.get("BASE")
SEARCH, LIST = "/api/v1/search?limit=25&q=", "/api/v1/tickets?limit=25&q="
ASKED = [
    ("rare", SEARCH, ["zyxquartz"]),
    ("medium", SEARCH, ["kaleidoscope"]),
    ("common", SEARCH, ["printer"]),
    ("two common", SEARCH, ["printer saddle"]),
    ("phrase", SEARCH, ['"printer saddle"']),
    ("as you type", SEARCH, ["pr", "pri", "prin", "print", "sp", "spau", "kal", "kalei", "zy", "zyxq"]),
    ("mistyped", SEARCH, ["kaliedoscope"]),
    ("Chinese", SEARCH, ["打印机", "退款", "快递"]),
    ("Greek", SEARCH, ["εκτυπωτής", "παραγγελίας", "σέλα"]),
    ("Lithuanian", SEARCH, ["spausdintuvo", "užsakymas", "balnas"]),
    ("tag and status", SEARCH, ["printer status:new tag:vip"]),
    ("before a day", SEARCH, ["printer before:2025-01-01"]),
    ("before a day, two common", SEARCH, ["printer saddle before:2025-01-01"]),
    ("a customer's name", SEARCH, ["customer 4711"]),
    ("list: rare", LIST, ["zyxquartz"]),
    ("list: medium", LIST, ["kaleidoscope"]),
    ("list: common", LIST, ["printer"]),
    ("list: two common", LIST, ["printer saddle"]),
    ("list: common, a tag", LIST, ["printer tag:vip"]),
]


def cpu_ms(pids):
    """User and system time of the process trees, in ms."""
    total, todo, seen = 0, list(pids), set()
    while todo:
        pid = todo.pop()
        if pid in seen:  # an embedded PostgreSQL is the application's child
            continue
        seen.add(pid)
        try:
            words = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
            total += sum(map(int, words[11:15])) * 10
            for task in os.listdir(f"/proc/{pid}/task"):
                todo += open(f"/proc/{pid}/task/{task}/children").read().split()
        except OSError:
            pass
    return total


def sql(data, question):
    port = (data / "postgres/data/postmaster.pid").read_text().split("\n")[3]
    secret = (data / "secrets/fourleaf_owner").read_text().strip()
    out = subprocess.run(["psql", "-qtA", "-h", "127.0.0.1", "-p", port, "-U", "fourleaf_owner", "fourleaf", "-c", question],
                         env=dict(os.environ, PGPASSWORD=secret), capture_output=True, text=True)
    return out.stdout.strip()


def get(base, path):
    request = urllib.request.Request(base + path, headers={"Authorization": "Bearer " + TOKEN})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read())


def tried(base, path):
    """Whether it was answered: a statement that takes too long is refused."""
    try:
        get(base, path)
        return True
    except urllib.error.HTTPError:
        return False


def run(base, pids, name, path, texts, seconds, clients):
    times, failed, lock, end = [], [], threading.Lock(), 0

    def client(first):
        i = first
        while time.time() < end:
            began = time.time()
            answered = tried(base, path + urllib.parse.quote(texts[i % len(texts)]))
            with lock:
                failed.append(1) if not answered else None
                times.append((time.time() - began) * 1000)
            i += 1

    idle, slept = cpu_ms(pids), time.time()
    time.sleep(2)
    idle = (cpu_ms(pids) - idle) / (time.time() - slept)
    end = time.time() + seconds
    cpu, started = cpu_ms(pids), time.time()
    threads = [threading.Thread(target=client, args=(i,)) for i in range(clients)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    used = cpu_ms(pids) - cpu - idle * (time.time() - started)
    times.sort()
    at = lambda part: times[min(len(times) - 1, int(part * len(times)))]
    print(f"{name:26} {clients:2} {used / len(times):7.2f} CPU ms/request   min {times[0]:6.1f}  p50 {statistics.median(times):6.1f}  p95 {at(.95):6.1f}  "
          f"p99 {at(.99):6.1f} ms   n {len(times)}  refused {len(failed)}  load {os.getloadavg()[0]:.1f}", flush=True)


def main():
    data = pathlib.Path(os.environ.get("DATA", FOLDER / "data"))
    desk = None
    if BASE:
        base, pids = BASE, [int(os.environ["PID"])]
    else:
        desk = Desk(FOLDER)
        print(f"start: {desk.start():.1f} s")
        base, pids = desk.base, [desk.process.pid, desk.postgres_here()]
    for i in range(100):
        get(base, "/api/v1/search?limit=25&q=" + urllib.parse.quote(["printer", "zyxquartz", "prin"][i % 3]))
    began, waiting = time.time(), int(sql(data, "select count(*) from search_todo") or 0)
    while not os.environ.get("NOWAIT") and (left := int(sql(data, "select count(*) from search_todo") or 0)) > 0:
        time.sleep(2)
    if waiting:
        print(f"caught up {waiting} tickets in {time.time() - began:.0f} s")
    print("index:", sql(data, """select (select documents from search_size limit 1) || ' documents, ' ||
        pg_size_pretty(pg_total_relation_size('search_document')) || ' in all, ' ||
        pg_size_pretty(pg_relation_size('search_document_tokens')) || ' of it the GIN; vocabulary ' ||
        pg_size_pretty(pg_total_relation_size('search_word'))"""))
    for name, path, texts in ASKED:
        for i in range(20):
            tried(base, path + urllib.parse.quote(texts[i % len(texts)]))
        for clients in CLIENTS:
            run(base, pids, name, path, texts, SECONDS, clients)
    if desk:
        desk.stop()


main()

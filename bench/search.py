#!/usr/bin/env python3
"""Search: CPU ms per request first, then latencies, for a rare word, a medium one, a common one, and a word being typed; index size.
usage: bench/search.py FOLDER     (a folder of bench/measure.py with its data; needs target/fourleaf-*.jar; SECS=20, CLIENTS=2)
Waits until the index has caught up. The machine should do nothing else; the load average is printed with each figure."""
import json, os, pathlib, statistics, subprocess, sys, threading, time, urllib.parse, urllib.request

from desk import Desk, TOKEN

FOLDER = pathlib.Path(sys.argv[1])
SECONDS, CLIENTS = float(os.environ.get("SECS", "20")), int(os.environ.get("CLIENTS", "2"))
BASE = os.environ.get("BASE")
TYPED = {"rare": ["zyxquartz"], "medium": ["kaleidoscope"], "common": ["printer"], "two common": ["printer saddle"],
         "as you type": ["pr", "pri", "prin", "print", "sp", "spau", "kal", "kalei", "zy", "zyxq"],
         "mistyped": ["kaliedoscope"], "with operators": ["printer status:new tag:vip"]}


def cpu_ms(pids):
    """User and system time of the process trees, in ms."""
    total, todo = 0, list(pids)
    while todo:
        pid = todo.pop()
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


def run(base, pids, name, path, texts, seconds):
    times, lock, end = [], threading.Lock(), 0

    def client(first):
        i = first
        while time.time() < end:
            began = time.time()
            get(base, path + urllib.parse.quote(texts[i % len(texts)]))
            with lock:
                times.append((time.time() - began) * 1000)
            i += 1

    idle, slept = cpu_ms(pids), time.time()
    time.sleep(2)
    idle = (cpu_ms(pids) - idle) / (time.time() - slept)
    end = time.time() + seconds
    cpu, started = cpu_ms(pids), time.time()
    threads = [threading.Thread(target=client, args=(i,)) for i in range(CLIENTS)]
    [t.start() for t in threads]
    [t.join() for t in threads]
    used = cpu_ms(pids) - cpu - idle * (time.time() - started)
    times.sort()
    at = lambda part: times[min(len(times) - 1, int(part * len(times)))]
    print(f"{name:32} {used / len(times):7.2f} CPU ms/request   min {times[0]:6.1f}  p50 {statistics.median(times):6.1f}  p95 {at(.95):6.1f}  "
          f"p99 {at(.99):6.1f} ms   n {len(times)}  load {os.getloadavg()[0]:.1f}", flush=True)


def main():
    data = FOLDER / "data"
    desk = None
    if BASE:
        base, pids = BASE, [int(os.environ["PID"]), int((data / "postgres/data/postmaster.pid").read_text().split("\n")[0])]
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
    for name, texts in TYPED.items():
        for i in range(20):
            get(base, "/api/v1/search?limit=25&q=" + urllib.parse.quote(texts[i % len(texts)]))
        run(base, pids, name, "/api/v1/search?limit=25&q=", texts, SECONDS)
    for name in ("rare", "common"):
        run(base, pids, name + " in the list", "/api/v1/tickets?limit=25&q=", TYPED[name], SECONDS)
    if desk:
        desk.stop()


main()

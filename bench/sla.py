#!/usr/bin/env python3
"""How late breaches are recorded with many running clocks, and how the inbox answers while a level that they all count by is edited.

bench/sla.py FOLDER URL TOKEN [CLOCKS]: FOLDER is the data folder of the running desk at URL, which this fills with CLOCKS (100 000)
tickets by SQL; an empty desk is best. Needs psql.
"""
import json, os, subprocess, sys, threading, time, urllib.request

folder, url, token = sys.argv[1:4]
clocks = int(sys.argv[4]) if len(sys.argv) > 4 else 100_000
DUE_NOW = 2_000      # of them fall due, evenly, within
WINDOW_S = 40


def sql(text):
    port = open(f"{folder}/postgres/data/postmaster.pid").read().split("\n")[3]
    secret = open(f"{folder}/secrets/fourleaf_owner").read().strip()
    done = subprocess.run(["psql", "-h", "127.0.0.1", "-p", port, "-U", "fourleaf_owner", "-d", "fourleaf", "-qAt", "-v", "ON_ERROR_STOP=1", "-c", text],
                          env={**os.environ, "PGPASSWORD": secret}, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout.strip()


def call(method, path, body=None):
    request = urllib.request.Request(url + path, method=method, data=None if body is None else json.dumps(body).encode(),
                                     headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def told(name, values, unit="ms"):
    values = sorted(values)
    at = lambda share: values[min(len(values) - 1, int(len(values) * share))]
    print(f"{name}: n {len(values)}, p50 {at(.5):.0f}, p95 {at(.95):.0f}, p99 {at(.99):.0f}, max {values[-1]:.0f} {unit}", flush=True)


def each(seconds):
    return {priority: seconds for priority in ("low", "normal", "high", "urgent")}


level = call("POST", "/api/v1/sla-levels", {"name": f"Bench {time.time()}", "targets": {"first_answer": each(600_000)}, "warning_percent": None})["id"]
call("POST", "/api/v1/customers", {"name": "Bench", "email": f"bench-{time.time()}@example.org"})
began = time.time()
sql(f"""
    with made as (
        insert into ticket (workspace_id, id, code, subject, status, priority, department_id, customer_id, channel, created_at, updated_at,
            last_message_at, status_since, due_at, sla_level_id, sla_origin, sla_standing)
        select w.id, gen_random_uuid(), 'BENCH-' || i || '-' || extract(epoch from now())::bigint, 'Subject ' || i, 1, 1 + i % 4,
            (select id from department where workspace_id = w.id limit 1), (select id from customer where workspace_id = w.id limit 1), 1,
            d.due - interval '600000 seconds', now(), now(), d.due - interval '600000 seconds', d.due, '{level}', 3, 1
        from workspace w, generate_series(1, {clocks}) as i,
            lateral (select now() + case when i <= {DUE_NOW} then interval '60 seconds' + i * interval '{WINDOW_S} seconds' / {DUE_NOW}
                else interval '1 hour' + i * interval '2 seconds' end as due) as d
        returning workspace_id, id, department_id, priority, created_at, due_at)
    insert into sla_clock (workspace_id, ticket_id, type, n, department_id, level_id, stamp, priority, state, target_seconds, started_at,
        due_at, counted_from, next_at)
    select workspace_id, id, 1, 1, department_id, '{level}', 1, priority, 1, 600000, created_at, due_at, created_at, due_at from made""")
sql("analyze ticket; analyze sla_clock")
print(f"{clocks} running clocks after {time.time() - began:.0f} s, load {os.getloadavg()[0]:.1f}", flush=True)

while int(sql(f"select count(*) from sla_clock where level_id = '{level}' and missed_at is not null")) < DUE_NOW:
    time.sleep(2)
lags = sql(f"""select round(extract(epoch from l.recorded_at - l.at) * 1000) from log l where l.kind = 18 and l.facts ->> 'level' = '{level}'""")
told("breach recorded after its due time", [float(lag) for lag in lags.split("\n")])

stop = threading.Event()
inbox = []


def read_inbox():
    while not stop.is_set():
        start = time.perf_counter()
        call("GET", "/api/v1/tickets?status=new,open&limit=60")
        inbox.append((time.perf_counter() - start) * 1000)
        time.sleep(.05)


def reading(seconds, name):
    inbox.clear()
    stop.clear()
    reader = threading.Thread(target=read_inbox)
    reader.start()
    end = time.time() + seconds
    yield
    while time.time() < end:
        time.sleep(.2)
    stop.set()
    reader.join()
    told(name, inbox)


for _ in reading(15, "inbox before"):
    pass
began = time.time()
for _ in reading(1, "inbox meanwhile"):
    call("PATCH", f"/api/v1/sla-levels/{level}", {"targets": {"first_answer": each(700_000)}})
    while call("GET", f"/api/v1/sla-levels/{level}")["recounting"] > 0:
        time.sleep(1)
print(f"{clocks} clocks computed anew in {time.time() - began:.0f} s, load {os.getloadavg()[0]:.1f}")
wrong = sql(f"select count(*) from sla_clock c where level_id = '{level}' and missed_at is null and due_at <> started_at + interval '700000 seconds'")
print(f"clocks with another due time than they should have: {wrong}")

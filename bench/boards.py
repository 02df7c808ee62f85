#!/usr/bin/env python3
"""How soon a board shows an activity, with a thousand agents on it, and what a thousand open boards cost.

bench/boards.py FOLDER URL TOKEN PID [AGENTS]: FOLDER is the data folder of the running desk at URL, whose process is PID; this fills it
with AGENTS (1 000) agents who have points by SQL; an empty desk is best. Needs psql and FOURLEAF_REQUESTS_PER_SECOND=10000.
"""
import json, os, subprocess, sys, threading, time, urllib.request
from running import Running

folder, url, token, pid = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
agents = int(sys.argv[5]) if len(sys.argv) > 5 else 1_000
ACTIVITIES = 60
READERS, READS = 8, 1_000
LIMIT_MS = 2_000


def sql(text):
    port = open(f"{folder}/postgres/data/postmaster.pid").read().split("\n")[3]
    secret = open(f"{folder}/secrets/fourleaf_owner").read().strip()
    done = subprocess.run(["psql", "-h", "127.0.0.1", "-p", port, "-U", "fourleaf_owner", "-d", "fourleaf", "-qAt", "-v", "ON_ERROR_STOP=1", "-c", text],
                          env={**os.environ, "PGPASSWORD": secret}, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout.strip()


def told(name, values, unit="ms"):
    values = sorted(values)
    at = lambda share: values[min(len(values) - 1, int(len(values) * share))]
    print(f"{name}: n {len(values)}, p50 {at(.5):.0f}, p95 {at(.95):.0f}, max {values[-1]:.0f} {unit}", flush=True)


desk = Running(url, token, pid)
sql(f"""insert into agent (workspace_id, id, email, name, role_id, language, theme, created_at)
        select w.id, gen_random_uuid(), 'board' || i || '@example.com', 'Board ' || i, a.role_id, a.language, a.theme, now()
        from workspace w join lateral (select * from agent x where x.workspace_id = w.id order by created_at limit 1) a on true,
            generate_series(1, {agents}) as i where w.id = a.workspace_id on conflict do nothing""")
sql("""insert into point_day (workspace_id, day, agent_id, points)
       select a.workspace_id, d.day, a.id, 1 + abs(hashtext(a.id::text || d.day)) % 90
       from agent a, generate_series((current_date - date '1970-01-01') - 30, (current_date - date '1970-01-01')) as d(day)
       on conflict do nothing""")
board = "/leaderboards?metric=notes&period=today&full=true"
code = desk.call("POST", "/tickets", {"subject": "Board", "customer": {"email": "board@example.org"}, "message": {"text": "Hello"}})["code"]
me = desk.call("GET", "/me")["agent"]["id"]


def value():
    return next((row["value"] for row in desk.call("GET", board)["rows"] if row.get("agent", {}).get("id") == me), 0)


# What a browser does: it fetches when the stream says that more was counted.
changed = threading.Semaphore(0)


def follow():
    request = urllib.request.Request(url + "/api/v1/stream", headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request) as stream:
        for line in stream:
            if line.strip() == b"event:boards.changed":
                changed.release()


threading.Thread(target=follow, daemon=True).start()
time.sleep(2)
late = []
for i in range(ACTIVITIES):
    before = value()
    began = time.monotonic()
    desk.call("POST", f"/tickets/{code}/messages", {"type": "note", "text": f"Note {i}"})
    while value() <= before:
        changed.acquire(timeout=3)
    late.append((time.monotonic() - began) * 1000)
    time.sleep(0.2)
told(f"an activity until the board of {agents} shows it", late)

cpu, began, times = desk.cpu(), time.monotonic(), []


def read():
    for _ in range(READS // READERS):
        at = time.monotonic()
        desk.call("GET", "/leaderboards?period=season&full=true")
        times.append((time.monotonic() - at) * 1000)


readers = [threading.Thread(target=read) for _ in range(READERS)]
[reader.start() for reader in readers]
[reader.join() for reader in readers]
told(f"a season's board of {agents}", times)
print(f"CPU a board: {(desk.cpu() - cpu) / READS:.1f} ms", flush=True)
if max(late) > LIMIT_MS:
    raise SystemExit(f"above {LIMIT_MS} ms")

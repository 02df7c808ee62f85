#!/usr/bin/env python3
"""How fast the log is folded into figures, how fast reports come from them, and how long a rebuild takes.

bench/figures.py FOLDER URL TOKEN [TICKETS [IMPORTED]]: FOLDER is the data folder of the running desk at URL; TICKETS (20 000) tickets of a
year with ten activities each, by 200 agents in 20 departments, are written into its log by SQL, in the order of their moments, a thousand lines a transaction. IMPORTED
activities come in through the API before that. Needs psql.
"""
import json, os, random, subprocess, sys, threading, time, urllib.request
from datetime import date, datetime, timedelta

folder, url, token = sys.argv[1:4]
tickets = int(sys.argv[4]) if len(sys.argv) > 4 else 20_000
imported = int(sys.argv[5]) if len(sys.argv) > 5 else 0
TICKETS_AT_ONCE = 50_000


def sql(text):
    port = open(f"{folder}/postgres/data/postmaster.pid").read().split("\n")[3]
    secret = open(f"{folder}/secrets/fourleaf_owner").read().strip()
    done = subprocess.run(["psql", "-h", "127.0.0.1", "-p", port, "-U", "fourleaf_owner", "-d", "fourleaf", "-qAt", "-v", "ON_ERROR_STOP=1", "-c", text],
                          env={**os.environ, "PGPASSWORD": secret}, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout.strip()


def call(method, path):
    request = urllib.request.Request(url + path, method=method, data=b"{}" if method == "POST" else None,
                                     headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=600) as answer:
        return json.load(answer)


def unread():
    return sql("select count(*) from workspaces_with_unread_log(array(select distinct name from reader))") != "0"


def read_up(lines, what, began):
    while unread():
        time.sleep(0.5)
    took = time.time() - began
    print(f"{what}: {lines} lines in {took:.1f} s, {lines / took:.0f} lines/s, load {os.getloadavg()[0]:.1f}", flush=True)


def hold(held):
    sql("update reader set failed_at = " + ("'infinity'" if held else "null, failures = 0"))


def tree():
    """The memory of the application with its database, in MiB: what each process holds alone, and its share of the rest."""
    total = 0
    for one in filter(str.isdigit, os.listdir("/proc")):
        try:
            if f"FOURLEAF_DATA={folder}" in open(f"/proc/{one}/environ").read():
                total += int(next(line for line in open(f"/proc/{one}/smaps_rollup") if line.startswith("Pss:")).split()[1])
        except (OSError, StopIteration):
            pass
    return total // 1024


class Peak(threading.Thread):
    """The most memory while something lasts."""

    def __init__(self):
        super().__init__(daemon=True)
        self.most, self.done = 0, False

    def run(self):
        while not self.done:
            self.most = max(self.most, tree())
            time.sleep(2)


def some(prefix, many, number):
    return f"('{prefix}' || lpad((({number}) % {many})::text, 12, '0'))::uuid"


def send(kind, lines):
    body = "\n".join(json.dumps(line) for line in lines).encode()
    request = urllib.request.Request(url + f"/api/v1/imports/{kind}", method="POST", data=body,
                                     headers={"Authorization": f"Bearer {token}", "Content-Type": "application/x-ndjson"})
    with urllib.request.urlopen(request, timeout=3600) as answer:
        found = json.load(answer)
    while found["state"] == "running":
        time.sleep(0.5)
        found = call("GET", f"/api/v1/imports/{found['id']}")
    if found["failed"]:
        raise SystemExit(found)


def activities(many):
    chance, at, ticket = random.Random(4), datetime.fromisoformat(str(today)) - timedelta(days=400), 0
    lines = []
    while len(lines) < many:
        ticket += 1
        at += timedelta(seconds=40)
        agent = f"agent{chance.randrange(200)}@example.com"
        about = {"ticket": f"F-{ticket}", "department": f"Department {chance.randrange(20)}", "channel": "email", "customer": f"customer{chance.randrange(5000)}@example.org"}
        for kind, after, own in (("ticket.created", 0, {}), ("message.received", 0, {}), ("ticket.assigned", 40, {"agent": agent, "seconds": 2400}),
                                 ("ticket.viewed", 74, {"agent": agent, "seconds": 60}), ("message.sent", 111, {"agent": agent, "length": 100, "answers": "new", "seconds": chance.randrange(20000)}),
                                 ("message.received", 148, {}), ("message.sent", 185, {"agent": agent, "length": 90, "answers": "open", "seconds": chance.randrange(9000)}),
                                 ("ticket.viewed", 222, {"agent": agent, "seconds": 30}), ("note.added", 259, {"agent": agent}), ("ticket.resolved", 296, {"agent": agent, "seconds": 17760})):
            lines.append({"external_id": f"F-{ticket}-{len(lines)}", "at": (at + timedelta(minutes=after)).strftime("%Y-%m-%dT%H:%M:%SZ"), "kind": kind, **about, **own})
    return lines


today = date.today()
if imported:
    send("agents", [{"external_id": f"agent{i}", "email": f"agent{i}@example.com", "name": f"Agent {i}", "role": "agent"} for i in range(200)])
    lines = activities(imported)
    began = time.time()
    send("activities", lines)
    took = time.time() - began
    print(f"import: {len(lines)} activities in {took:.1f} s, {len(lines) / took:.0f}/s, load {os.getloadavg()[0]:.1f}", flush=True)
    read_up(len(lines), "import with every reader of the log", began)
hold(True)
for first in range(1, tickets + 1, TICKETS_AT_ONCE):
    last = min(tickets, first + TICKETS_AT_ONCE - 1)
    sql(f"""do $do$ begin for k in {first} .. {last} by 100 loop
    insert into log (workspace_id, at, kind, by_kind, by_id, ticket_id, agent_id, customer_id, department_id, channel, facts)
    select t.w, t.at + l.o * interval '37 minutes', l.kind, 5, t.w, t.id, case when l.kind in (1, 9) then null else t.agent end,
        case when l.kind in (1, 9, 4) then t.customer end, t.department, 1, l.facts::jsonb
    from (select w.id as w, (lpad(to_hex((extract(epoch from m.at) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid as id,
            m.at, {some('00000000-0000-4000-8000-', 200, 'i * 7919')} as agent, {some('00000000-0000-4000-9000-', 20, 'i * 7907')} as department,
            {some('00000000-0000-4000-7000-', 5000, 'i * 17')} as customer
        from workspace w, generate_series(k::bigint, least(k + 99, {last})) as i,
            lateral (select date '{today}' - 366 + (i * 365.0 / {tickets}) * interval '1 day' as at) as m) as t
    cross join lateral (values (1, 0, '{{}}'), (9, 0, '{{}}'), (2, 1, '{{"seconds": 1234}}'), (8, 2, '{{"seconds": 60}}'),
        (10, 3, '{{"length": 100, "answers": "new", "seconds": ' || (random() * 20000 + 0 * length(t.id::text))::int || '}}'), (9, 4, '{{}}'),
        (10, 5, '{{"length": 90, "answers": "open", "seconds": ' || (random() * 9000 + 0 * length(t.id::text))::int || '}}'), (8, 6, '{{"seconds": 30}}'), (11, 7, '{{}}'),
        (4, 8, '{{"seconds": 17760}}')) as l(kind, o, facts)
    order by 2;
    commit; end loop; end $do$""")
sql("analyze log")
before = tree()
hold(False)
read_up(tickets * 10, "folding, with every reader of the log", time.time())
sql("analyze figure_quarter; analyze figure_day; analyze figure_bin_quarter; analyze figure_bin_month; analyze figure_customer; analyze case_file")
for table in ("figure_quarter", "figure_day", "figure_customer", "figure_bin_quarter", "figure_bin_month", "case_file"):
    print(f"{table}: {sql(f'select count(*) from {table}')} rows, {sql(f'select pg_size_pretty(pg_total_relation_size({chr(39)}{table}{chr(39)}))')}", flush=True)
month, year = today - timedelta(days=30), today - timedelta(days=365)
for name, path in {
    "agents, 30 days": f"/api/v1/reports/agents?from={month}&to={today}",
    "agents, a year": f"/api/v1/reports/agents?from={year}&to={today}",
    "all KPIs by day, 30 days": f"/api/v1/kpis?from={month}&to={today}&by=day",
    "all KPIs, a year": f"/api/v1/kpis?from={year}&to={today}",
    "all KPIs by month, a year, another zone": f"/api/v1/kpis?from={year}&to={today}&by=month&time_zone=Asia/Kolkata",
    "board of KPIs, 30 days": f"/api/v1/kpi-board?from={month}&to={today}",
}.items():
    took = []
    for _ in range(12):
        began = time.time()
        call("GET", path)
        took.append((time.time() - began) * 1_000)
    took = sorted(took[2:])
    print(f"{name}: p50 {took[5]:.0f}, max {took[-1]:.0f} ms", flush=True)
peak = Peak()
peak.start()
began = time.time()
call("POST", "/api/v1/figures/rebuild")
while call("GET", "/api/v1/figures/rebuild")["state"] != "done":
    time.sleep(1)
took = time.time() - began
peak.done = True
lines = int(sql("select count(*) from log where kind < 38"))
print(f"rebuild: {lines} lines in {took:.0f} s, {lines / took:.0f} lines/s, load {os.getloadavg()[0]:.1f}", flush=True)
print(f"memory (PSS, application and database): {before} MiB before folding, at most {peak.most} MiB during the rebuild", flush=True)

#!/usr/bin/env python3
"""How fast the log is folded into figures, how fast reports come from them, and how long a rebuild takes.

bench/figures.py FOLDER URL TOKEN [TICKETS]: FOLDER is the data folder of the running desk at URL; TICKETS (20 000) tickets of a year with
some ten activities each, by 200 agents in 20 departments, are written into its log by SQL. Needs psql.
"""
import json, os, subprocess, sys, time, urllib.request
from datetime import date, timedelta

folder, url, token = sys.argv[1:4]
tickets = int(sys.argv[4]) if len(sys.argv) > 4 else 20_000


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
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def folded(lines, what):
    began = time.time()
    while sql("select count(*) from workspaces_with_unread_log(array['figures'])") != "0":
        time.sleep(0.5)
    took = time.time() - began
    print(f"{what}: {lines} lines in {took:.1f} s, {lines / took:.0f} lines/s, load {os.getloadavg()[0]:.1f}", flush=True)


def some(prefix, many, number):
    return f"('{prefix}' || lpad((({number}) % {many})::text, 12, '0'))::uuid"


today = date.today()
sql(f"""
    insert into log (workspace_id, at, kind, by_kind, by_id, ticket_id, agent_id, customer_id, department_id, channel, facts)
    select t.w, t.at + l.o * interval '37 minutes', l.kind, 5, t.w, t.id, case when l.kind in (1, 9) then null else t.agent end,
        case when l.kind in (1, 9, 4) then t.customer end, t.department, 1, l.facts::jsonb
    from (select w.id as w, gen_random_uuid() as id, date '{today}' - 366 + (i * 365.0 / {tickets}) * interval '1 day' as at,
            {some('00000000-0000-4000-8000-', 200, 'i * 7919')} as agent, {some('00000000-0000-4000-9000-', 20, 'i * 7907')} as department,
            {some('00000000-0000-4000-7000-', 5000, 'i * 17')} as customer
        from workspace w, generate_series(1, {tickets}::bigint) as i) as t
    cross join lateral (values (1, 0, '{{}}'), (9, 0, '{{}}'), (2, 1, '{{"seconds": 1234}}'), (8, 2, '{{"seconds": 60}}'),
        (10, 3, '{{"length": 100, "answers": "new", "seconds": ' || (random() * 20000 + 0 * length(t.id::text))::int || '}}'), (9, 4, '{{}}'),
        (10, 5, '{{"length": 90, "answers": "open", "seconds": ' || (random() * 9000 + 0 * length(t.id::text))::int || '}}'), (8, 6, '{{"seconds": 30}}'), (11, 7, '{{}}'),
        (4, 8, '{{"seconds": 17760}}')) as l(kind, o, facts)
    order by t.at""")
sql("analyze log")
lines = int(sql("select count(*) from log where kind < 38"))
folded(lines, "folding")
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
began = time.time()
call("POST", "/api/v1/figures/rebuild")
while call("GET", "/api/v1/figures/rebuild")["state"] != "done":
    time.sleep(1)
print(f"rebuild: {time.time() - began:.0f} s, load {os.getloadavg()[0]:.1f}", flush=True)

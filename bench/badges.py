#!/usr/bin/env python3
"""What a night of badges and a backtest of 90 days cost with many agents: time, and CPU of the desk and its database.

bench/badges.py FOLDER URL TOKEN [AGENTS] [DAYS]: FOLDER is the data folder of the running desk at URL, on this machine. What AGENTS (1 000)
agents did on each of the last DAYS (120) days is written by SQL as the readers of the log would have kept it: a second run with more days
tells whether a night depends on how long the past is. Needs psql.
"""
import json, os, subprocess, sys, time, urllib.request
from datetime import date, timedelta

folder, url, token = sys.argv[1:4]
agents = int(sys.argv[4]) if len(sys.argv) > 4 else 1_000
days = int(sys.argv[5]) if len(sys.argv) > 5 else 120
postmaster = int(open(f"{folder}/postgres/data/postmaster.pid").read().split("\n")[0])


def sql(text):
    port = open(f"{folder}/postgres/data/postmaster.pid").read().split("\n")[3]
    secret = open(f"{folder}/secrets/fourleaf_owner").read().strip()
    done = subprocess.run(["psql", "-h", "127.0.0.1", "-p", port, "-U", "fourleaf_owner", "-d", "fourleaf", "-qAt", "-v", "ON_ERROR_STOP=1", "-c", text],
                          env={**os.environ, "PGPASSWORD": secret}, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout.strip()


def get(path):
    request = urllib.request.Request(url + path, headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request, timeout=120) as answer:
        return json.load(answer)


def cpu():
    """Seconds of the desk (the postmaster's parent) and of the database's processes, those that ended too."""
    def parts(pid):
        return open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()

    desk = int(parts(postmaster)[1])
    total = 0
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            told = parts(pid)
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(pid) in (desk, postmaster) or int(told[1]) == postmaster:
            total += int(told[11]) + int(told[12]) + (int(told[13]) + int(told[14]) if int(pid) == postmaster else 0)
    return total / os.sysconf("SC_CLK_TCK")


workspace = sql("select id from workspace limit 1")
today = date.today()
first, end = (today - timedelta(days=days) - date(1970, 1, 1)).days, (today - date(1970, 1, 1)).days
sql(f"""
    insert into agent (workspace_id, id, email, name, role_id)
    select '{workspace}', ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, 'bench' || i || '@example.com', 'Bench ' || i,
        (select role_id from agent where workspace_id = '{workspace}' limit 1)
    from generate_series(1, {agents}) as i on conflict do nothing;
    delete from act_day where agent_id::text like '00000000-0000-4000-8000-%';
    delete from figure_day where agent_id::text like '00000000-0000-4000-8000-%';
    delete from case_tagged where agent_id::text like '00000000-0000-4000-8000-%';
    delete from presence_span where agent_id::text like '00000000-0000-4000-8000-%';
    delete from rating_mark where agent_id::text like '00000000-0000-4000-8000-%';
    create temp table worked as select '{workspace}'::uuid as w, ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid as agent, d as day,
        ('00000000-0000-4000-9000-' || lpad((i % 20)::text, 12, '0'))::uuid as department, hash_record(row(i, d)) as h
    from generate_series(1, {agents}) as i, generate_series({first}, {end} - 1) as d where (i + d) % 7 > 1;
    insert into act_day (workspace_id, kind, day, agent_id, department_id, channel, n, measured, total, most, most_at, last_at)
    select w, k.kind, day, agent, department, k.channel, 1 + abs(h) % 9, 1 + abs(h) % 9, abs(h) % 9999, abs(h) % 999,
        to_timestamp(day * 86400.0 + 30000 + abs(h) % 9999), to_timestamp(day * 86400.0 + 40000 + abs(h) % 9999)
    from worked, (values (3, 1), (4, 1), (6, 1), (7, 1), (8, 1), (10, 1), (10, 5), (11, 1), (27, 5), (30, 5), (36, 6), (37, 0)) as k(kind, channel);
    insert into figure_day (workspace_id, day, agent_id, department_id, channel, resolved, reopened, sent, rewards, rebukes, csats, csats_good, csat_points)
    select w, day, agent, department, 1, 1 + abs(h) % 9, abs(h) % 3, 1 + abs(h) % 20, abs(h) % 3, abs(h) % 2, 1, 1, 1 + abs(h) % 5 from worked;
    insert into case_tagged (workspace_id, day, agent_id, ticket_id)
    select w, day, agent, gen_random_uuid() from worked, generate_series(1, 5);
    insert into presence_span (workspace_id, agent_id, channel, since, until, state, department_id)
    select w, agent, 0, to_timestamp(day * 86400.0 + 25200 + p * 3600 + abs(h) % 900), to_timestamp(day * 86400.0 + 28800 + p * 3600 + abs(h) % 900),
        case when p % 3 = 2 then 2 else 1 end, department from worked, generate_series(0, 7) as p;
    insert into rating_mark (workspace_id, ticket_id, seq, at, invalidates, rating, name, agent_id, department_id, channel)
    select w, gen_random_uuid(), 1, to_timestamp(day * 86400.0 + 40000 + r), false, case when r = 0 then 'rebuke' else 'reward' end, gen_random_uuid()::text,
        agent, department, 1 from worked, generate_series(0, 2) as r where r < abs(h) % 4;
""")
sql("analyze act_day; analyze figure_day; analyze case_tagged; analyze presence_span; analyze rating_mark; analyze agent")
print(f"{agents} agents, {days} days, load {os.getloadavg()[0]:.1f}", flush=True)


def measured(what, path, times=3):
    best = None
    for _ in range(times):
        began, used = time.time(), cpu()
        get(path)
        took = (time.time() - began, cpu() - used)
        best = took if best is None or took[1] < best[1] else best
    print(f"{what}: {best[0]:.2f} s, CPU {best[1]:.2f} s", flush=True)
    return best


badges = [badge["id"] for badge in get("/api/v1/badges")["items"] if badge["kind"] != "random"]
tomorrow = today + timedelta(days=1)
for badge in badges:
    measured(f"90 days of {badge}", f"/api/v1/badges/{badge}/backtest?from={tomorrow - timedelta(days=90)}&to={tomorrow}")
night = [measured(f"one day of {badge}", f"/api/v1/badges/{badge}/backtest?from={today}&to={tomorrow}") for badge in badges]
print(f"all badges of one day: {sum(took for took, _ in night):.2f} s, CPU {sum(used for _, used in night):.2f} s")
sql(f"update game_setting set begun = {end} - 2")
sql(f"delete from badge_day where day >= {end}")
began, used = time.time(), cpu()
while sql(f"select count(*) from badge_day where day >= {end} and evaluated_at is not null") == "0":
    time.sleep(0.2)
print(f"a night, with up to ten seconds until it is looked for: {time.time() - began:.1f} s, CPU {cpu() - used:.2f} s")

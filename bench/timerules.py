#!/usr/bin/env python3
"""A time rule with many tickets due at once: how long until it has fired for each, and whether anything else waits for it meanwhile: another
time rule, a rule that reacts to an event, the inbox.

bench/timerules.py FOLDER URL TOKEN [TICKETS]: FOLDER is the data folder of the running desk at URL, which this fills with TICKETS (100 000)
by SQL; an empty desk is best. Needs psql.
"""
import json, os, subprocess, sys, threading, time, urllib.request

folder, url, token = sys.argv[1:4]
tickets = int(sys.argv[4]) if len(sys.argv) > 4 else 100_000
NEEDLES = 10
stamp = int(time.time())
# A code such as the desk makes them, different in every run and for every ticket.
letter = lambda number: f"chr(65 + (({number}) % 26)::int)"
code = " || ".join([letter(stamp), letter(stamp // 26), letter(stamp // 676), "'-'", letter(stamp // 17_576), letter(stamp // 456_976), "'Q'",
                    letter("i / 26000"), letter("i / 1000"), "'-'", "lpad((i % 1000)::text, 3, '0')"])


def sql(text):
    port = open(f"{folder}/postgres/data/postmaster.pid").read().split("\n")[3]
    secret = open(f"{folder}/secrets/fourleaf_owner").read().strip()
    done = subprocess.run(["psql", "-h", "127.0.0.1", "-p", port, "-U", "fourleaf_owner", "-d", "fourleaf", "-qAt", "-v", "ON_ERROR_STOP=1", "-c", text],
                          env={**os.environ, "PGPASSWORD": secret}, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout.strip()


def call(method, path, body=None):
    request = urllib.request.Request(url + "/api/v1" + path, method=method, data=None if body is None else json.dumps(body).encode(),
                                     headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def told(name, values, unit="ms"):
    values = sorted(values)
    at = lambda share: values[min(len(values) - 1, int(len(values) * share))]
    print(f"{name}: n {len(values)}, p50 {at(.5):.0f}, p95 {at(.95):.0f}, max {values[-1]:.0f} {unit}", flush=True)


def time_rule(name, condition):
    return call("POST", "/time-rules", {"name": name, "measure": "older_than", "seconds": 3600, "condition": condition,
                                        "actions": [{"type": "add_tags", "tags": [name]}]})["id"]


def runs(rule):
    return int(sql(f"select count(*) from rule_run where rule_id = '{rule}' and outcome = 1"))


call("POST", "/customers", {"name": "Bench", "email": f"bench-{stamp}@example.org"})
sql(f"""
    insert into ticket (workspace_id, id, code, subject, status, priority, department_id, customer_id, channel, created_at, updated_at,
        last_message_at, status_since, due_at)
    select w.id, gen_random_uuid(), {code}, case when i <= {NEEDLES} then 'Needle {stamp}' else 'Hay {stamp}' end, 1, 2,
        (select id from department where workspace_id = w.id limit 1), (select id from customer where workspace_id = w.id limit 1), 1,
        now() - interval '2 hours', now(), now(), now() - interval '2 hours', now() + interval '7 days'
    from workspace w, generate_series(1, {tickets}) as i""")
sql("analyze ticket")
call("POST", "/rules", {"name": f"By event {stamp}", "apply_when": "ticket_created", "actions": [{"type": "add_tags", "tags": ["event"]}]})
print(f"{tickets} tickets, load {os.getloadavg()[0]:.1f}", flush=True)

began = time.time()
hay = time_rule(f"Hay {stamp}", {"field": "subject", "op": "contains", "value": str(stamp)})
while runs(hay) == 0:
    time.sleep(.1)
print(f"the first has fired after {time.time() - began:.1f} s", flush=True)
needle_began = time.time()
needle = time_rule(f"Needle {stamp}", {"field": "subject", "op": "contains", "value": f"Needle {stamp}"})
inbox, events, stop = [], [], threading.Event()


def read_inbox():
    while not stop.is_set():
        start = time.perf_counter()
        call("GET", "/tickets?status=new,open&limit=60")
        inbox.append((time.perf_counter() - start) * 1000)
        time.sleep(.1)


def open_tickets():
    while not stop.is_set():
        code = call("POST", "/tickets", {"subject": "Fresh", "customer": {"email": f"bench-{stamp}@example.org"}, "message": {"text": "Hello"}})["code"]
        start = time.perf_counter()
        while not call("GET", f"/tickets/{code}")["tags"] and time.perf_counter() - start < 60:
            time.sleep(.02)
        events.append((time.perf_counter() - start) * 1000)
        time.sleep(2)


threads = [threading.Thread(target=read_inbox), threading.Thread(target=open_tickets)]
for thread in threads:
    thread.start()
while runs(needle) < NEEDLES:
    time.sleep(.2)
print(f"the other time rule's {NEEDLES} have fired {time.time() - needle_began:.1f} s after it was made, {runs(hay)} of the many by then", flush=True)
while (done := runs(hay)) < tickets:
    time.sleep(2)
took = time.time() - began
stop.set()
for thread in threads:
    thread.join()
print(f"all {tickets} have fired after {took:.0f} s, {tickets / took:.0f}/s, load {os.getloadavg()[0]:.1f}")
told("a ticket opened meanwhile: its rule has acted after", events)
told("inbox meanwhile", inbox)
print("tickets it fired for:", sql(f"select count(distinct ticket_id) from rule_run where rule_id = '{hay}'"), "· runs:", runs(hay))

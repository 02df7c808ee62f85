#!/usr/bin/env python3
"""CPU ms per request first, then latencies: inbox page, open a ticket, post a reply; mails in by SMTP; memory and start.
usage: bench/measure.py TICKETS [folder=/tmp/fourleaf-bench] [part …]     (needs target/fourleaf-*.jar and ../shared/bench beside the project)
Parts: suite (rounds, all paths), counted (CPU as the budgets count it), mails, mass; all but counted when none is named.
  suite    SECS=8 ROUNDS=3: quick rounds with 1 and 16 clients; what readers do after a round is not in it
  counted  SECS=60 WARM=60 CLIENTS=1,16: each path alone, after warming up; ends when all readers have drained; idle CPU subtracted
The machine should do nothing else; the load average is printed with each figure."""
import json, os, pathlib, random, re, subprocess, sys, time, urllib.error, urllib.request

from desk import Desk, ROOT, TOKEN, java

TICKETS = int(sys.argv[1])
FOLDER = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "/tmp/fourleaf-bench")
TOOLS = ROOT.parent / "shared" / "bench"
PARTS = sys.argv[3:] or ["suite", "mails", "mass"]
ROUNDS, CLIENTS = int(os.environ.get("ROUNDS", "3")), 16


def generate(what, count):
    file = FOLDER / f"{what}-{count}.ndjson"
    if not file.exists():
        with open(file, "wb") as out:
            subprocess.run([sys.executable, str(ROOT / "bench/generate.py"), what, str(count)], stdout=out, check=True)
    return file


def import_(desk, what, count):
    file, began = generate(what, count), time.time()
    request = urllib.request.Request(f"{desk.base}/api/v1/imports/{what}", data=open(file, "rb"), method="POST", headers={
        "Authorization": "Bearer " + TOKEN, "Content-Type": "application/x-ndjson", "Content-Length": str(file.stat().st_size)})
    with urllib.request.urlopen(request, timeout=3600) as answer:
        done = json.loads(answer.read())
    while done["state"] == "running":
        time.sleep(0.2)
        done = desk.call("GET", "/api/v1/imports/" + done["id"])
    took = time.time() - began
    print(f"import of {count} {what}: {took:.1f} s, {count / took:.0f}/s, {done['imported']} imported, {done['failed']} failed", flush=True)


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


def pss(pids):
    total, todo, seen = 0, list(map(str, pids)), set()
    while todo:
        pid = todo.pop()
        if pid in seen:
            continue
        seen.add(pid)
        try:
            for line in open(f"/proc/{pid}/smaps_rollup"):
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
            for task in os.listdir(f"/proc/{pid}/task"):
                todo += open(f"/proc/{pid}/task/{task}/children").read().split()
        except OSError:
            pass
    return total / 1024


def prepare(desk, codes):
    """The requests of each path: file of lines, what a good answer holds, headers, body."""
    run = FOLDER / "run"
    run.mkdir(exist_ok=True)
    tokens = [desk.call("POST", "/api/v1/tokens", {"name": f"bench {i}"})["token"] for i in range(CLIENTS)]
    (run / "cookies").write_text("".join(t + "\tx\n" for t in tokens))
    (run / "headers").write_text("Authorization: Bearer {COOKIE}\n")
    (run / "post-headers").write_text("Authorization: Bearer {COOKIE}\nContent-Type: application/json\n")
    (run / "reply.json").write_text(json.dumps({"type": "reply", "text": "Thank you, answer {N} is on its way."}))
    (run / "nothing.json").write_text("{}")
    departments = [d["id"] for d in desk.pages("/api/v1/departments")]
    tag = next((t["name"] for t in desk.pages("/api/v1/tags")), None)
    owner = desk.call("GET", "/api/v1/me")["agent"]["id"]
    for department in departments[:3]:
        desk.call("PUT", f"/api/v1/departments/{department}/members/{owner}", {})
    lists = ["?status=new,open", "?status=new,open&sort=importance", "", "?status=resolved", "?sort=-created",
             f"?status=new,open&department={departments[0]}", "?assignee=none&status=new,open"]
    (run / "list").write_text("".join(f"GET /api/v1/tickets{q}\n" for q in lists))
    (run / "tag").write_text(f"GET /api/v1/tickets?tag={tag}\n")
    (run / "open").write_text("".join(f"GET /api/v1/tickets/{c}/messages\n" for c in codes))
    (run / "reply").write_text("".join(f"POST /api/v1/tickets/{c}/messages\n" for c in codes))
    (run / "counts").write_text("GET /api/v1/counts\n")
    (run / "solve").write_text("POST /api/v1/to-solve\n")
    paths = {"list": ("items", "headers", ""), "open": ("items", "headers", ""), "counts": ("views", "headers", ""),
             "reply": ("reply", "post-headers", "reply.json"), "solve": ("", "post-headers", "nothing.json")}
    if tag:
        paths["tag"] = ("items", "headers", "")
    return run, paths


def load(desk, pids, run, paths, name, seconds, warm, rounds, clients):
    """One path through the load generator; its words."""
    check, headers, body = paths[name]
    lines = [f"base={desk.base}", "pids=" + ",".join(map(str, pids)), f"cookies={run}/cookies", f"secs={seconds}", "min=20",
             f"max={seconds * 4}", f"rounds={rounds}", f"warm={warm}", f"conc={clients}", f"hdr={run}/{headers}", f"urls={run}/{name}"]
    lines += ([f"body={run}/{body}"] if body else []) + ([f"check={check}"] if check else []) + [f"run {name}"]
    (run / "suite").write_text("\n".join(lines) + "\n")
    return subprocess.run([java(), str(TOOLS / "LoadGen.java"), str(run / "suite")], check=True, capture_output=True, text=True).stdout


def suite(desk, pids, codes):
    run, paths = prepare(desk, codes)
    for name in paths:
        print(load(desk, pids, run, paths, name, int(os.environ.get("SECS", "8")), 6, ROUNDS, f"1,{CLIENTS}"), end="", flush=True)


def counted(desk, pids, codes):
    """As the budgets say: after warming up, over a whole run and until everything that follows from it is done, without the idle CPU."""
    seconds, warm = int(os.environ.get("SECS", "60")), int(os.environ.get("WARM", "60"))
    run, paths = prepare(desk, codes)
    for name in os.environ.get("PATHS", ",".join(paths)).split(","):
        for clients in os.environ.get("CLIENTS", f"1,{CLIENTS}").split(","):
            load(desk, pids, run, paths, name, warm, 0, 1, clients)
            drain(desk)
            before, began = cpu_ms(pids), time.time()
            time.sleep(15)
            idle = (cpu_ms(pids) - before) / (time.time() - began)
            before, began, average = cpu_ms(pids), time.time(), os.getloadavg()[0]
            words = load(desk, pids, run, paths, name, seconds, 0, 1, clients)
            loaded = time.time() - began
            drain(desk)
            took = time.time() - began
            n = int(re.search(r"n=(\d+)", words).group(1))
            cpu = (cpu_ms(pids) - before - idle * took) / n
            p50, p95 = re.search(r"p50 +([\d.]+) p95 +([\d.]+)", words).groups()
            print(f"counted {name} c{clients}: {cpu:.2f} CPU ms a request, p50 {p50} p95 {p95} ms, {n} requests in {loaded:.0f} s, drained after "
                  f"{took - loaded:.1f} s more, idle {idle:.1f} CPU ms a second, load {average:.1f} -> {os.getloadavg()[0]:.1f}", flush=True)


def drain(desk, within=600):
    """Waits until no mail, index entry or reader of the log is behind."""
    began = time.time()
    while time.time() - began < within:
        behind = database(desk, "select (select count(*) from search_todo) + (select count(*) from mail_intake where state = 1)"
                                " + (select count(*) from outbound_mail where state = 1)"
                                " + (select count(*) from workspaces_with_unread_log(array(select distinct name from reader)))")
        if behind == 0:
            return
        time.sleep(0.5)
    print(f"not drained after {within} s: {behind} behind", flush=True)


def mass(desk, pids):
    """The same change to a whole department, 50 000 tickets at L, until it is done and its readers have drained."""
    department = next(iter(desk.pages("/api/v1/departments")))["id"]
    drain(desk)
    began, cpu = time.time(), cpu_ms(pids)
    action = desk.call("POST", "/api/v1/mass-actions", {"selection": {"filter": {"department": department}}, "act": {"type": "incident"}})
    total = action["total"]
    while action["state"] in ("waiting", "running"):
        time.sleep(0.5)
        action = desk.call("GET", f"/api/v1/mass-actions/{action['id']}")
    took = time.time() - began
    drain(desk)
    print(f"mass action: {total} tickets, {action['state']} in {took:.1f} s = {total / took:.0f}/s, with its readers "
          f"{time.time() - began:.1f} s and {(cpu_ms(pids) - cpu) / total:.2f} CPU ms a ticket, load {os.getloadavg()[0]:.1f}", flush=True)


def mails(desk, pids, count, senders):
    folder = FOLDER / f"mails-{senders}"
    if not folder.exists():
        corpus = FOLDER / "corpus.tsv"
        subprocess.run([sys.executable, str(TOOLS / "gen_corpus.py"), "8000", str(corpus)], check=True)
        subprocess.run([sys.executable, str(TOOLS / "gen_mails.py"), str(corpus), str(count), str(folder), "support@bench.example"],
                       check=True, env=dict(os.environ, TAG=f"s{senders}"))
    began, cpu = time.time(), cpu_ms(pids)
    subprocess.run([sys.executable, str(TOOLS / "mail_ingest.py"), "smtp", str(folder), "0", str(count), str(senders),
                    f"127.0.0.1:{desk.smtp}", "support@bench.example"], check=True)
    sent = time.time() - began
    while waiting(desk) > 0:
        time.sleep(0.1)
    took = time.time() - began
    print(f"mails in, {senders} senders: {count} taken in {sent:.1f} s, all filed after {took:.1f} s = {count / took:.0f}/s, "
          f"CPU {(cpu_ms(pids) - cpu) / count:.2f} ms a mail, load {os.getloadavg()[0]:.1f}", flush=True)


def waiting(desk):
    """Mails taken and not yet filed, read beside the application."""
    return database(desk, "select count(*) from mail_intake where state = 1")


def database(desk, question):
    data = desk.folder / "data"
    port = (data / "postgres/data/postmaster.pid").read_text().split("\n")[3]
    secret = (data / "secrets/fourleaf_owner").read_text().strip()
    out = subprocess.run(["psql", "-qtA", "-h", "127.0.0.1", "-p", port, "-U", "fourleaf_owner", "fourleaf", "-c", question],
                         env=dict(os.environ, PGPASSWORD=secret), capture_output=True, text=True, check=True)
    return int(out.stdout.strip() or 0)


def descends(pid, ancestor):
    while pid > 1:
        if pid == ancestor:
            return True
        pid = int(open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[1])
    return False


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    desk = Desk(FOLDER)
    fresh = not (FOLDER / "data").exists()
    print(f"start on {'an empty' if fresh else 'the existing'} folder: {desk.start():.1f} s")
    if fresh:
        desk.call("POST", "/api/v1/mailboxes", {"address": "support@bench.example"})
        import_(desk, "agents", 200)
        import_(desk, "tickets", TICKETS)
    desk.stop()
    print(f"start on an existing database: {desk.start():.1f} s")
    # The database is a child of the application unless it outlived one: counted once.
    pids = [desk.process.pid] + [p for p in [desk.postgres_here()] if not descends(p, desk.process.pid)]
    time.sleep(20)
    idle, began = cpu_ms(pids), time.time()
    time.sleep(10)
    print(f"idle: {(cpu_ms(pids) - idle) / (time.time() - began):.1f} CPU ms a second, PSS with database {pss(pids):.0f} MiB")
    codes = [t["code"] for t, _ in zip(desk.pages("/api/v1/tickets?limit=200"), range(4000))]
    random.Random(1).shuffle(codes)
    if "suite" in PARTS:
        suite(desk, pids, codes[:2000])
    if "counted" in PARTS:
        counted(desk, pids, codes[:2000])
    if "mails" in PARTS:
        mails(desk, pids, 2000, 16)
        mails(desk, pids, 1000, 1)
    if "mass" in PARTS:
        mass(desk, pids)
    print(f"PSS with database after all that: {pss(pids):.0f} MiB")
    desk.stop()


main()

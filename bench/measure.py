#!/usr/bin/env python3
"""CPU ms per request first, then latencies: inbox page, open a ticket, post a reply; mails in by SMTP; memory and start.
usage: bench/measure.py TICKETS [folder=/tmp/fourleaf-bench]     (needs target/fourleaf-*.jar and ../shared/bench beside the project)
The machine should do nothing else; the load average is printed with each figure."""
import json, os, pathlib, random, subprocess, sys, time, urllib.request

from desk import Desk, ROOT, TOKEN, java

TICKETS = int(sys.argv[1])
FOLDER = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "/tmp/fourleaf-bench")
TOOLS = ROOT.parent / "shared" / "bench"
SECONDS, ROUNDS, CLIENTS = int(os.environ.get("SECS", "8")), int(os.environ.get("ROUNDS", "3")), 16


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


def suite(desk, pids, codes):
    run = FOLDER / "run"
    run.mkdir(exist_ok=True)
    tokens = [desk.call("POST", "/api/v1/tokens", {"name": f"bench {i}"})["token"] for i in range(CLIENTS)]
    (run / "cookies").write_text("".join(t + "\tx\n" for t in tokens))
    (run / "headers").write_text("Authorization: Bearer {COOKIE}\n")
    (run / "post-headers").write_text("Authorization: Bearer {COOKIE}\nContent-Type: application/json\n")
    (run / "reply.json").write_text(json.dumps({"type": "reply", "text": "Thank you, answer {N} is on its way."}))
    department = next(iter(desk.pages("/api/v1/departments")))["id"]
    lists = ["?status=new,open", "?status=new,open&sort=importance", "", "?status=resolved", "?sort=-created",
             f"?status=new,open&department={department}", "?assignee=none&status=new,open"]
    (run / "list").write_text("".join(f"GET /api/v1/tickets{q}\n" for q in lists))
    (run / "open").write_text("".join(f"GET /api/v1/tickets/{c}/messages\n" for c in codes))
    (run / "post").write_text("".join(f"POST /api/v1/tickets/{c}/messages\n" for c in codes))
    (run / "counts").write_text("GET /api/v1/counts\n")
    lines = [f"base={desk.base}", "pids=" + ",".join(map(str, pids)), f"cookies={run}/cookies", f"secs={SECONDS}", "min=20",
             f"max={SECONDS * 4}", f"rounds={ROUNDS}", "warm=6", f"conc=1,{CLIENTS}", f"hdr={run}/headers"]
    for name, check in (("list", "items"), ("open", "items"), ("counts", "views")):
        lines += [f"urls={run}/{name}", f"check={check}", f"run {name}"]
    lines += [f"hdr={run}/post-headers", f"body={run}/reply.json", f"urls={run}/post", "check=reply", "run reply"]
    (run / "suite").write_text("\n".join(lines) + "\n")
    subprocess.run([java(), str(TOOLS / "LoadGen.java"), str(run / "suite")], check=True)


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
    data = desk.folder / "data"
    port = (data / "postgres/data/postmaster.pid").read_text().split("\n")[3]
    secret = (data / "secrets/fourleaf_owner").read_text().strip()
    out = subprocess.run(["psql", "-qtA", "-h", "127.0.0.1", "-p", port, "-U", "fourleaf_owner", "fourleaf",
                          "-c", "select count(*) from mail_intake where state = 1"],
                         env=dict(os.environ, PGPASSWORD=secret), capture_output=True, text=True)
    return int(out.stdout.strip() or 0)


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
    pids = [desk.process.pid, desk.postgres_here()]
    time.sleep(20)
    idle, began = cpu_ms(pids), time.time()
    time.sleep(10)
    print(f"idle: {(cpu_ms(pids) - idle) / (time.time() - began):.1f} CPU ms a second, PSS with database {pss(pids):.0f} MiB")
    codes = [t["code"] for t, _ in zip(desk.pages("/api/v1/tickets?limit=200"), range(4000))]
    random.Random(1).shuffle(codes)
    suite(desk, pids, codes[:2000])
    mails(desk, pids, 2000, 16)
    mails(desk, pids, 1000, 1)
    print(f"PSS with database after all that: {pss(pids):.0f} MiB")
    desk.stop()


main()

#!/usr/bin/env python3
"""kill -9 while mail comes in and answers go out; then every mail that got 250 must be one message in one ticket, and the receiving
server must hold every answer.   usage: bench/kill.py [mails=2000] [replies=500] [kills=6] [folder=/tmp/fourleaf-kill]"""
import collections, email.message, pathlib, queue, random, shutil, smtplib, socketserver, sys, threading, time, urllib.error

from desk import Desk

MAILS, REPLIES, KILLS = (int(a) for a in (sys.argv[1:4] + ["2000", "500", "6"][len(sys.argv[1:4]):]))
FOLDER = pathlib.Path(sys.argv[4] if len(sys.argv) > 4 else "/tmp/fourleaf-kill")
ADDRESS = "support@bench.example"


class Sink(socketserver.StreamRequestHandler):
    """A receiving mail server: takes everything, remembers Message-IDs and how often each came."""
    received = collections.Counter()

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def handle(self):
        self.say("220 sink")
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"DATA":
                self.say("354 go")
                body = b""
                while (part := self.rfile.readline()) != b".\r\n":
                    if not part:
                        return  # Cut off in the middle: not taken.
                    body += part
                found = [l.split(b":", 1)[1].strip() for l in body.split(b"\r\n\r\n")[0].replace(b"\r\n ", b" ").split(b"\r\n")
                         if l.lower().startswith(b"message-id:")]
                Sink.received[found[0].decode() if found else "none"] += 1
                self.say("250 taken")
            elif word == b"QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads = True, True


def killer(desk, kills, done, how):
    """Kills at random moments and starts again, until the work is done or the kills are used up."""
    count = 0
    while count < kills and not done.is_set():
        time.sleep(random.uniform(0.3, 1.5))
        if done.is_set():
            break
        what = how[count % len(how)]
        desk.kill(what)
        count += 1
        print(f"  kill -9 of the {what}, ready again after {desk.start():.1f} s", flush=True)
    return count


def send_mails(desk, accepted):
    todo = queue.SimpleQueue()
    for i in range(MAILS):
        todo.put(i)

    def worker():
        server = None
        while True:
            try:
                i = todo.get_nowait()
            except queue.Empty:
                return
            mail = email.message.EmailMessage()
            mail["From"], mail["To"] = f"Customer {i % 97} <customer{i % 97}@example.net>", ADDRESS
            mail["Subject"], mail["Message-ID"] = f"Kill bench {i:06d}", f"<kill-{i}@example.net>"
            mail.set_content(f"This is mail number {i}.")
            while True:
                try:
                    server = server or smtplib.SMTP("127.0.0.1", desk.smtp, timeout=20)
                    server.sendmail("bench@example.net", [ADDRESS], mail.as_bytes())
                    accepted.add(i)
                    break
                except (OSError, smtplib.SMTPException):
                    server = None
                    time.sleep(0.1)

    threads = [threading.Thread(target=worker) for _ in range(8)]
    [t.start() for t in threads]
    return threads


def post_replies(desk, codes, posted):
    todo = queue.SimpleQueue()
    for code in codes:
        todo.put(code)

    def worker():
        while True:
            try:
                code = todo.get_nowait()
            except queue.Empty:
                return
            while True:
                try:
                    desk.call("POST", f"/api/v1/tickets/{code}/messages", {"type": "reply", "text": f"Answer to {code}."},
                              {"Idempotency-Key": "reply-" + code}, timeout=20)
                    posted.add(code)
                    break
                except (urllib.error.URLError, OSError):
                    time.sleep(0.1)

    threads = [threading.Thread(target=worker) for _ in range(4)]
    [t.start() for t in threads]
    return threads


def run(desk, threads, kills, how):
    done = threading.Event()
    result = []
    watcher = threading.Thread(target=lambda: result.append(killer(desk, kills, done, how)))
    watcher.start()
    [t.join() for t in threads]
    done.set()
    watcher.join()
    return result[0]


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    server = Server(("127.0.0.1", 0), Sink)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    desk = Desk(FOLDER, smtp_url=f"smtp://127.0.0.1:{server.server_address[1]}")
    print(f"first start: {desk.start():.1f} s")
    desk.call("POST", "/api/v1/mailboxes", {"address": ADDRESS})

    accepted = set()
    began = time.time()
    kills = run(desk, send_mails(desk, accepted), KILLS, ["app", "database"])
    print(f"mails: {len(accepted)} got 250 in {time.time() - began:.0f} s over {kills} kills")
    found = collections.Counter()
    for wait in range(120):
        found = collections.Counter(t["subject"] for t in desk.pages("/api/v1/tickets?limit=200"))
        if sum(found.values()) >= len(accepted):
            break
        time.sleep(1)
    time.sleep(3)
    tickets = list(desk.pages("/api/v1/tickets?limit=200"))
    found = collections.Counter(t["subject"] for t in tickets)
    lost = [i for i in accepted if found[f"Kill bench {i:06d}"] == 0]
    doubled = [s for s, n in found.items() if n > 1] + [t["subject"] for t in tickets if t["message_count"] != 1]
    print(f"  lost {len(lost)}, doubled {len(doubled)}, tickets {len(tickets)}")

    codes = [t["code"] for t in tickets][:REPLIES]
    posted = set()
    began = time.time()
    kills = run(desk, post_replies(desk, codes, posted), KILLS, ["app", "database"])
    for wait in range(180):
        if len(Sink.received) >= len(codes):
            break
        time.sleep(1)
    again = {m: n for m, n in Sink.received.items() if n > 1}
    print(f"replies: {len(posted)} posted in {time.time() - began:.0f} s over {kills} kills; the server holds {len(Sink.received)} "
          f"different ones; {len(again)} came more than once, under the same Message-ID: {sorted(again.values())}")
    messages = sum(t["message_count"] for t in desk.pages("/api/v1/tickets?limit=200"))
    print(f"  messages {messages}, expected {len(tickets) + len(codes)}")
    desk.stop()
    good = not lost and not doubled and len(Sink.received) == len(codes) and messages == len(tickets) + len(codes)
    print("nothing lost, nothing doubled" if good else "NOT GOOD")
    sys.exit(0 if good else 1)


main()

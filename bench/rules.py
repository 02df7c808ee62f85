#!/usr/bin/env python3
"""What rules cost: CPU of the application and its database for each new ticket, without rules and with 200 that are asked, and how
long after its creation the last of them has acted, beside one rule alone.

    bench/rules.py http://127.0.0.1:8080 TOKEN PID-OF-THE-APPLICATION [tickets=300]
"""
import os, statistics, sys, time
from datetime import datetime

from running import Running

base, token, pid = sys.argv[1], sys.argv[2], int(sys.argv[3])
tickets = int(sys.argv[4]) if len(sys.argv) > 4 else 300
RULES = 200
desk = Running(base, token, pid)
call, cpu = desk.call, desk.cpu


def open_ticket(n):
    return call("POST", "/tickets", {"subject": f"Question {n}", "channel": "form", "customer": {"email": f"c{n % 50}@example.org"},
                                     "message": {"text": "Where is my order? It should have come on Monday."}})["code"]


def run(name):
    for n in range(100):
        open_ticket(n)
    time.sleep(5)
    before, began = cpu(), time.time()
    codes = [open_ticket(n) for n in range(tickets)]
    time.sleep(5)
    after = cpu()
    idle_before, idle_began = cpu(), time.time()
    time.sleep(5)
    idle = (cpu() - idle_before) / (time.time() - idle_began)
    each = (after - before - idle * (time.time() - began - 5)) / tickets
    print(f"{name}: {each:.2f} ms CPU a ticket, load {os.getloadavg()[0]:.1f}")
    return each, codes


for rule in call("GET", "/rules")["items"]:
    call("DELETE", "/rules/" + rule["id"])


def acted():
    """How long after a ticket was opened the rule that tags has acted, in ms: median, p95."""
    codes = []
    for n in range(60):
        codes.append(open_ticket(n))
        time.sleep(.3)
    time.sleep(3)
    waits = []
    for code in codes:
        at = {line["kind"]: datetime.fromisoformat(line["at"]) for line in call("GET", f"/tickets/{code}/history")["items"]}
        waits.append((at["ticket.tagged"] - at["message.received"]).total_seconds() * 1000)
    return statistics.median(waits), sorted(waits)[56]


def tagging():
    return call("POST", "/rules", {"name": "Last", "apply_when": "ticket_created", "actions": [{"type": "add_tags", "tags": ["seen"]}]})["id"]


without, _ = run("no rule")
alone = tagging()
acted()
one = acted()
call("DELETE", "/rules/" + alone)
for n in range(RULES - 1):
    call("POST", "/rules", {"name": f"Rule {n}", "apply_when": "ticket_created", "condition": {"any": [
        {"all": [{"field": "source", "op": "is", "value": ["facebook", "x"]}, {"field": "subject", "op": "contains", "value": f"word {n}"}]},
        {"all": [{"field": "body", "op": "contains", "value": f"refund {n}"}, {"field": "priority", "op": "is", "value": "urgent"}]},
        {"all": [{"field": "body", "op": "matches", "value": f"(?i)invoice {n}\\b"}]}]},
        "actions": [{"type": "set_priority", "priority": "high"}]})
asked, _ = run(f"{RULES - 1} rules asked, none matches")
tagging()
after, _ = run(f"{RULES} rules asked, the last one tags")
all_of_them = acted()
print(f"asking {RULES - 1} rules: {asked - without:.2f} ms CPU an event; asking and acting: {after - without:.2f} ms")
print(f"one rule alone has acted after: median {one[0]:.1f} ms, p95 {one[1]:.1f} ms")
print(f"the last of {RULES} has acted after: median {all_of_them[0]:.1f} ms, p95 {all_of_them[1]:.1f} ms; asking the others: {all_of_them[0] - one[0]:.1f} ms")

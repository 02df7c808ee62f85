#!/usr/bin/env python3
"""What a service level adds to an answer: CPU of the application and its database for answers to tickets without a level and with one that
has four promises in business hours, each with all that follows it.

    bench/promises.py http://127.0.0.1:8080 TOKEN PID-OF-THE-APPLICATION [tickets=400]
"""
import os, sys, time

from running import Running

base, token, pid = sys.argv[1], sys.argv[2], int(sys.argv[3])
tickets = int(sys.argv[4]) if len(sys.argv) > 4 else 400
SETTLE_S = 6
PRIORITIES = ("low", "normal", "high", "urgent")
desk = Running(base, token, pid)
call, cpu = desk.call, desk.cpu


def open_tickets():
    return [call("POST", "/tickets", {"subject": f"Question {n}", "channel": "form", "customer": {"email": f"c{n % 50}@example.org"},
                                      "message": {"text": "Where is my order? It should have come on Monday."}})["code"] for n in range(tickets)]


def answer(codes):
    times = []
    for code in codes:
        began = time.perf_counter()
        call("POST", f"/tickets/{code}/messages", {"type": "reply", "text": "It is on its way and comes tomorrow."})
        times.append((time.perf_counter() - began) * 1000)
    return sorted(times)


def run(name):
    codes = open_tickets()
    time.sleep(SETTLE_S)
    idle_before, idle_began = cpu(), time.time()
    time.sleep(SETTLE_S)
    idle = (cpu() - idle_before) / (time.time() - idle_began)
    before, began = cpu(), time.time()
    times = answer(codes)
    time.sleep(SETTLE_S)
    each = (cpu() - before - idle * (time.time() - began)) / tickets
    print(f"{name}: {each:.2f} ms CPU an answer, p50 {times[tickets // 2]:.1f}, p95 {times[tickets * 95 // 100]:.1f} ms, load {os.getloadavg()[0]:.1f}", flush=True)


department = call("GET", "/departments")["items"][0]["id"]
call("PUT", f"/departments/{department}/sla-level", {"level": None})
answer(open_tickets())
each = lambda hours: {priority: hours * 3600 for priority in PRIORITIES}
hours = call("GET", "/business-hours")["items"][0]["id"]
level = call("POST", "/sla-levels", {"name": f"Bench {time.time()}", "business_hours": hours, "targets": {
    "first_answer": each(8), "next_answer": each(8), "first_assign": each(4), "first_resolve": each(40)}})["id"]
for turn in range(3):
    call("PUT", f"/departments/{department}/sla-level", {"level": None})
    run("without a level")
    call("PUT", f"/departments/{department}/sla-level", {"level": level})
    run("with four promises")

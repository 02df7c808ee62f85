#!/usr/bin/env python3
"""Tickets for a bench, as lines for POST /api/v1/imports/tickets: deterministic, in four languages, four messages each on average.
usage: bench/generate.py {agents|tickets|activities} COUNT > FILE"""
import datetime, json, random, sys

AGENTS, DEPARTMENTS, CUSTOMERS = 200, 20, 40_000
WORDS = {
    "en": "the order invoice parcel printer battery wheel delivery account password refund question answer please thanks screen broken "
          "missing late monday colour size return exchange warranty receipt courier address phone brake saddle frame helmet".split(),
    "lt": "užsakymas sąskaita siunta spausdintuvas baterija ratas pristatymas paskyra slaptažodis grąžinimas klausimas atsakymas prašau "
          "ačiū ekranas sugedo trūksta vėluoja spalva dydis keitimas garantija kvitas kurjeris adresas stabdys balnas rėmas šalmas".split(),
    "el": "παραγγελία τιμολόγιο δέμα εκτυπωτής μπαταρία τροχός παράδοση λογαριασμός κωδικός επιστροφή ερώτηση απάντηση παρακαλώ ευχαριστώ "
          "οθόνη χαλασμένο λείπει αργεί χρώμα μέγεθος αλλαγή εγγύηση απόδειξη διεύθυνση φρένο σέλα σκελετός κράνος".split(),
    "zh": "订单 发票 包裹 打印机 电池 车轮 送货 账户 密码 退款 问题 回答 请 谢谢 屏幕 坏了 缺少 迟到 颜色 尺寸 换货 保修 收据 快递 地址 刹车 车座 车架 头盔".split(),
}
STATUSES = ["resolved"] * 86 + ["answered"] * 6 + ["open"] * 4 + ["new"] * 3 + ["pending"]
NOW = datetime.datetime(2026, 11, 1, tzinfo=datetime.timezone.utc)


def iso(t):
    return t.strftime("%Y-%m-%dT%H:%M:%SZ")


def text(rnd, language, least, most):
    words = [rnd.choice(WORDS[language]) for _ in range(rnd.randint(least, most))]
    if rnd.random() < 0.0002:
        words.append("zyxquartz")
    if rnd.random() < 0.005:
        words.append("kaleidoscope")
    return ("" if language == "zh" else " ").join(words) + "."


def ticket(i, count):
    rnd = random.Random(i)
    language = rnd.choices(list(WORDS), [55, 20, 12, 13])[0]
    at = NOW - datetime.timedelta(days=730) * ((count - i) / count)
    status = rnd.choice(STATUSES) if i < count * 0.97 else rnd.choice(["new", "open", "answered", "resolved"])
    customer = f"customer{rnd.randrange(CUSTOMERS)}@example.net"
    agent = f"agent{rnd.randrange(AGENTS)}@example.com"
    turns = 1 if status == "new" else rnd.randint(2, 6)
    messages, when = [], at
    for turn in range(turns):
        inward = turn % 2 == 0
        messages.append({"direction": "in" if inward else "out", "author": customer if inward else agent, "at": iso(when),
                         "text": text(rnd, language, 12, 120)})
        when += datetime.timedelta(minutes=rnd.randint(5, 2_000))
    line = {"external_id": f"T-{i}", "subject": text(rnd, language, 3, 9)[:-1], "department": f"Department {i % DEPARTMENTS}",
            "channel": "email", "status": status, "priority": rnd.choice(["low", "normal", "normal", "normal", "high", "urgent"]),
            "created_at": iso(at), "customer": {"email": customer, "name": "Customer " + customer[8:customer.index("@")]},
            "tags": rnd.sample(["printer", "invoice", "vip", "return", "late", "bike"], rnd.randint(0, 2)), "messages": messages}
    if status != "new" and rnd.random() < 0.8:
        line["assignee"] = agent
    if status == "resolved":
        line["resolved_at"] = messages[-1]["at"]
    return line


def activity(i, count):
    rnd = random.Random(i)
    at = iso(NOW - datetime.timedelta(days=365) * ((count - i) / count))
    agent, department = f"agent{rnd.randrange(AGENTS)}@example.com", f"Department {i % DEPARTMENTS}"
    base = {"external_id": f"A-{i}", "at": at, "agent": agent, "department": department, "ticket": f"T-{i // 6}"}
    kind = rnd.choice(["message.sent", "message.sent", "ticket.viewed", "ticket.resolved", "call.ended", "presence.changed"])
    more = {"message.sent": {"channel": "email", "length": rnd.randint(20, 900), "answers": rnd.choice(["new", "open"]),
                             "seconds": rnd.randint(60, 80_000)},
            "ticket.viewed": {"channel": "email", "seconds": rnd.randint(5, 600)},
            "ticket.resolved": {"channel": "email", "seconds": rnd.randint(600, 900_000)},
            "call.ended": {"channel": "call", "direction": "in", "talk": rnd.randint(20, 900), "hold": rnd.randint(0, 60),
                           "wrap": rnd.randint(0, 90)},
            "presence.changed": {"state": rnd.choice(["online", "paused", "offline"])}}[kind]
    if kind in ("presence.changed", "call.ended"):
        del base["ticket"]
    return {**base, "kind": kind, **more}


def agent(i):
    return {"external_id": f"agent{i}", "email": f"agent{i}@example.com", "name": f"Agent {i}", "role": "agent",
            "departments": [f"Department {d}" for d in {i % DEPARTMENTS, (i * 7 + 3) % DEPARTMENTS}]}


what, n = sys.argv[1], int(sys.argv[2])
for number in range(n):
    line = agent(number) if what == "agents" else ticket(number, n) if what == "tickets" else activity(number, n)
    print(json.dumps(line, ensure_ascii=False, separators=(",", ":")))

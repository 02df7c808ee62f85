"""A desk that somebody else started: its API, and the CPU of the application with its database."""
import json, os, subprocess, urllib.request

TICK = os.sysconf("SC_CLK_TCK")


class Running:
    def __init__(self, base, token, pid):
        self.base, self.token, self.pid = base, token, pid

    def call(self, method, path, body=None):
        request = urllib.request.Request(self.base + "/api/v1" + path, method=method, data=None if body is None else json.dumps(body).encode(),
                                         headers={"Authorization": "Bearer " + self.token, "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
            return json.loads(text) if text else None

    def tree(self):
        children = {}
        for line in subprocess.run(["ps", "-eo", "pid,ppid"], capture_output=True, text=True).stdout.split("\n")[1:]:
            if line.strip():
                child, parent = map(int, line.split())
                children.setdefault(parent, []).append(child)
        found, todo = [], [self.pid]
        while todo:
            one = todo.pop()
            found.append(one)
            todo += children.get(one, [])
        return found

    def cpu(self):
        """Of the whole tree, in milliseconds; of processes that ended their parents know."""
        total = 0
        for one in self.tree():
            try:
                with open(f"/proc/{one}/stat") as stat:
                    total += sum(map(int, stat.read().rsplit(") ", 1)[1].split()[11:13]))
            except OSError:
                pass
        return total * 1000 / TICK

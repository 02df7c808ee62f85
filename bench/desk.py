"""A Fourleaf of one's own for a bench: started from the jar on a folder of its own, killed, started again."""
import json, os, pathlib, signal, subprocess, sys, time, urllib.error, urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOKEN = "bench-token-bench-token-bench-token-0001"


def java():
    """JDK 25: from JAVA_HOME, or where Debian and Temurin put it."""
    for home in [os.environ.get("JAVA_HOME"), *sorted(map(str, pathlib.Path("/usr/lib/jvm").glob("*25*")))]:
        if home and pathlib.Path(home, "bin/java").exists():
            release = pathlib.Path(home, "release")
            if release.exists() and 'JAVA_VERSION="25' in release.read_text():
                return f"{home}/bin/java"
    return "java"


class Desk:
    def __init__(self, folder, http=int(os.environ.get("PORT", "18580")), smtp=int(os.environ.get("SMTP_PORT", "12580")), smtp_url=None, jvm=("-Xmx512m", "-XX:+UseCompactObjectHeaders")):
        self.folder, self.http, self.smtp, self.smtp_url, self.jvm = pathlib.Path(folder), http, smtp, smtp_url, jvm
        self.base = f"http://127.0.0.1:{http}"
        self.process = None

    def start(self, within=120):
        jar = os.environ.get("FOURLEAF_JAR") or sorted((ROOT / "target").glob("fourleaf-*.jar"))[-1]
        self.folder.mkdir(parents=True, exist_ok=True)
        env = dict(os.environ, FOURLEAF_DATA=str(self.folder / "data"), FOURLEAF_PORT=str(self.http),
                   FOURLEAF_SMTP_PORT=str(self.smtp), FOURLEAF_OWNER_EMAIL="owner@example.com",
                   FOURLEAF_OWNER_PASSWORD="a good long password", FOURLEAF_OWNER_TOKEN=TOKEN,
                   FOURLEAF_WORKSPACE_NAME="Bench", FOURLEAF_TIME_ZONE="Europe/Vilnius", FOURLEAF_REQUESTS_PER_SECOND="100000")
        if self.smtp_url:
            env["FOURLEAF_SMTP_URL"] = self.smtp_url
        began = time.time()
        self.process = subprocess.Popen([java(), *self.jvm, "-jar", str(jar)], env=env,
                                        stdout=open(self.folder / "desk.log", "ab"), stderr=subprocess.STDOUT)
        while time.time() - began < within:
            if self.process.poll() is not None:
                sys.exit(f"Fourleaf stopped: see {self.folder}/desk.log")
            try:
                if urllib.request.urlopen(self.base + "/actuator/health/readiness", timeout=2).status == 200:
                    return time.time() - began
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        sys.exit(f"Fourleaf is not ready after {within} s: see {self.folder}/desk.log")

    def postgres(self):
        """The process id of its PostgreSQL."""
        return int((self.folder / "data/postgres/data/postmaster.pid").read_text().split("\n")[0])

    def kill(self, what="app"):
        """kill -9 of the application or of its database; the application goes with its database here."""
        if what == "database":
            os.kill(self.postgres_here(), signal.SIGKILL)
            time.sleep(1)
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def postgres_here(self):
        """Its id in our own process namespace, whatever namespace it runs in."""
        for stat in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
            try:
                words = stat.read_bytes().split(b"\0")
                if any(str(self.folder / "data/postgres/data").encode() == word for word in words):
                    return int(stat.parent.name)
            except OSError:
                continue
        raise RuntimeError("its PostgreSQL was not found")

    def stop(self):
        self.process.terminate()
        self.process.wait(60)

    def call(self, method, path, body=None, headers=None, timeout=60):
        data = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, method=method, headers={
            "Authorization": "Bearer " + TOKEN, "Content-Type": "application/json", **(headers or {})})
        with urllib.request.urlopen(request, timeout=timeout) as answer:
            text = answer.read()
            return json.loads(text) if text else None

    def pages(self, path):
        sep, cursor = ("&" if "?" in path else "?"), ""
        while True:
            page = self.call("GET", path + cursor)
            yield from page["items"]
            if not page["next"]:
                return
            cursor = f"{sep}cursor={page['next']}"

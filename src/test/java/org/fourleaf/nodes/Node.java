package org.fourleaf.nodes;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.fourleaf.Fourleaf;
import org.fourleaf.platform.database.TestDatabase;

/** Another Fourleaf on the tests' database, in a process of its own that may be killed. */
final class Node implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final Path log;

    private Node(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static Node start(Path folder) {
        int port = freePort();
        Path log = folder.resolve("node-" + port + ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx384m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Fourleaf.class.getName(),
                        // The tests' own classes are on its path; its database is named below.
                        "--fourleaf.own-database=true"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment()
                .put("FOURLEAF_DATA", folder.resolve("data-" + port).toString());
        builder.environment().put("FOURLEAF_DATABASE_URL", TestDatabase.url());
        builder.environment().put("FOURLEAF_PORT", Integer.toString(port));
        builder.environment().put("FOURLEAF_SMTP_PORT", "0");
        try {
            Node node = new Node(builder.start(), port, log);
            node.awaitReady();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        await().atMost(READY_WITHIN).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The node stopped: see " + log);
            }
            return ready();
        });
    }

    private boolean ready() {
        try {
            HttpURLConnection asked =
                    (HttpURLConnection) URI.create("http://localhost:" + port + "/actuator/health/readiness")
                            .toURL()
                            .openConnection();
            return asked.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** As {@code kill -9} does: nothing is finished, nothing said. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}

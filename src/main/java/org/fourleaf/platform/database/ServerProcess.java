package org.fourleaf.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fourleaf.platform.StartRefused;

/** The running postmaster and what it prints. */
final class ServerProcess {

    private static final int STATUS_LINE = 7;
    private static final long POLL_MILLIS = 10;

    private final Process process;
    private final BoundedLog output;

    private ServerProcess(Process process, BoundedLog output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Linux sends the parent-death signal when the forking <em>thread</em> ends, not the process; so the server is
     * started by a thread that stays, and spends its life copying the server's output to a file.
     */
    static ServerProcess start(List<String> command, Path logFile) {
        CompletableFuture<ServerProcess> started = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("postgres-output").start(() -> {
            try (BoundedLog output = new BoundedLog(logFile)) {
                Process process =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                process.getOutputStream().close();
                started.complete(new ServerProcess(process, output));
                copy(process, output);
                process.waitFor();
            } catch (IOException e) {
                started.completeExceptionally(new StartRefused(
                        "The embedded PostgreSQL cannot be started: " + e.getMessage(),
                        "Check the permissions of FOURLEAF_DATA, or set FOURLEAF_DATABASE_URL to another PostgreSQL.",
                        e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return started.join();
    }

    private static void copy(Process process, BoundedLog output) throws IOException {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
            }
        }
    }

    /** Whether it accepts connections in time; false when it has exited instead. */
    boolean awaitReady(Path data, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < deadline) {
            if (isReady(data.resolve("postmaster.pid"))) {
                return true;
            }
            if (exitedWithin(Duration.ofMillis(POLL_MILLIS))) {
                return false;
            }
        }
        kill();
        return false;
    }

    /** The postmaster writes its state to this file; asking by connecting would fill its log with refusals. */
    private boolean isReady(Path pidFile) {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.size() > STATUS_LINE
                    && lines.getFirst().strip().equals(Long.toString(process.pid()))
                    && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    boolean exitedWithin(Duration duration) {
        try {
            return process.waitFor(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
    }

    long pid() {
        return process.pid();
    }

    String lastLine() {
        return output.lastLine();
    }
}

package org.fourleaf.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fourleaf.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that outlived its Fourleaf, or is still stopping because of its death. Whoever holds the data folder's lock
 * may stop it: nobody else can be using it.
 */
final class OrphanedServer {

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);
    private static final Duration KILLED_WITHIN = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Path data;
    private final Path pidFile;
    private final PostgresBinaries programs;

    OrphanedServer(Path data, PostgresBinaries programs) {
        this.data = data;
        this.pidFile = data.resolve("postmaster.pid");
        this.programs = programs;
    }

    void stop() {
        try {
            List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
            Optional<ProcessHandle> recorded = recordedProcess(lines);
            if (recorded.isEmpty()) {
                return; // PostgreSQL itself clears up after a process that is gone.
            }
            switch (whoIs(recorded.get())) {
                case THIS_SERVER -> stop(recorded.get());
                case SOMETHING_ELSE -> disown(lines);
                case UNKNOWN -> log.warn("{} names the running process {}.", pidFile, recorded.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> recordedProcess(List<String> lines) {
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private enum Bearer {
        THIS_SERVER,
        SOMETHING_ELSE,
        UNKNOWN
    }

    /** After a reboot the recorded number may belong to anything, even to another folder's PostgreSQL. */
    private Bearer whoIs(ProcessHandle process) throws IOException {
        Path workingFolder = Path.of("/proc", Long.toString(process.pid()), "cwd");
        if (Files.isReadable(workingFolder)) {
            return Files.isSameFile(workingFolder, data) ? Bearer.THIS_SERVER : Bearer.SOMETHING_ELSE;
        }
        Optional<String> command = process.info().command();
        if (command.isPresent() && !command.get().endsWith("/postgres")) {
            return Bearer.SOMETHING_ELSE;
        }
        boolean namesFolder = process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(data.toString()))
                .orElse(false);
        return namesFolder ? Bearer.THIS_SERVER : Bearer.UNKNOWN;
    }

    private void stop(ProcessHandle server) {
        log.info("Stopping the PostgreSQL (process {}) that an earlier Fourleaf left running.", server.pid());
        try {
            programs.run("pg_ctl", "kill", "INT", Long.toString(server.pid()));
        } catch (StartRefused gone) {
            log.debug("It was stopping by itself.", gone);
        }
        if (!exited(server, STOPPED_WITHIN)) {
            server.destroyForcibly();
            if (!exited(server, KILLED_WITHIN)) {
                throw new StartRefused(
                        "An earlier PostgreSQL (process %d) still uses %s and cannot be stopped."
                                .formatted(server.pid(), data),
                        "Stop it by hand, then start Fourleaf again.");
            }
        }
    }

    /** Looks for itself: {@link ProcessHandle#onExit} takes seconds to notice the end of what is not its child. */
    private static boolean exited(ProcessHandle server, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (server.isAlive() && System.nanoTime() < deadline) {
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !server.isAlive();
    }

    /**
     * PostgreSQL would take the number's new bearer for itself and refuse to start; its parent's number it knows to be
     * stale. The file stays, because PostgreSQL finds backends of a killed server by the rest of it.
     */
    private void disown(List<String> lines) throws IOException {
        List<String> disowned = new ArrayList<>(lines);
        disowned.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, disowned);
    }
}

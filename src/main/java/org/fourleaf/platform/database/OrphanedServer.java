package org.fourleaf.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.fourleaf.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that outlived its Fourleaf, or is still stopping because of its death. Whoever holds the data folder's lock
 * may stop it: nobody else can be using it.
 */
final class OrphanedServer {

    private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);
    private static final int STOP_SECONDS_MAX = 60;
    private static final int KILL_SECONDS_MAX = 10;

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
        if (!exited(server, STOP_SECONDS_MAX)) {
            server.destroyForcibly();
            if (!exited(server, KILL_SECONDS_MAX)) {
                throw new StartRefused(
                        "An earlier PostgreSQL (process %d) still uses %s and cannot be stopped."
                                .formatted(server.pid(), data),
                        "Stop it by hand, then start Fourleaf again.");
            }
        }
    }

    private static boolean exited(ProcessHandle server, int seconds) {
        try {
            server.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !server.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !server.isAlive();
        }
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

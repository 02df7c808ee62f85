package org.fourleaf.platform.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fourleaf in a JVM of its own, with nothing of the tests on its class path and ports that nobody else has. */
final class FourleafProcess {

    private static final int SECONDS_MAX = 120;

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread reader;

    private FourleafProcess(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** {@code variables} are names and values by turns. */
    static FourleafProcess start(Path data, String... variables) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        // Only the first compiler: a start is all that is asked of it.
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseCompactObjectHeaders",
                        "-cp",
                        classes,
                        "org.fourleaf.Fourleaf")
                .redirectErrorStream(true);
        builder.environment().put("FOURLEAF_DATA", data.toString());
        builder.environment().put("FOURLEAF_PORT", "0");
        builder.environment().put("FOURLEAF_SMTP_PORT", "0");
        for (int i = 0; i < variables.length; i += 2) {
            builder.environment().put(variables[i], variables[i + 1]);
        }
        return new FourleafProcess(builder.start());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.contains("Fourleaf is ready")) {
                    ready.complete(null);
                }
            }
            ready.completeExceptionally(new IllegalStateException(String.join("\n", output)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() throws InterruptedException, ExecutionException, TimeoutException {
        ready.get(SECONDS_MAX, TimeUnit.SECONDS);
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        reader.join();
        return process.waitFor();
    }

    /** All it said, to both streams; complete once {@link #exitCode} has returned. */
    List<String> output() {
        return output;
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void stop() throws InterruptedException {
        process.destroy();
        exitCode();
    }
}

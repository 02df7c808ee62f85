package org.fourleaf.platform.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.fourleaf.platform.StartRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs, unpacked once per version from the jar, and how this machine wants them called. */
final class PostgresBinaries {

    /** The data of one major version cannot be read by another. */
    static final String MAJOR_VERSION = "18";

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final String UNPACKED = "programs-" + MAJOR_VERSION + "-";
    private static final int READ_BUFFER_BYTES = 1 << 16;
    private static final int COMMAND_SECONDS_MAX = 120;

    private final Path bin;
    private final List<String> leavingRoot = leavingRoot();

    private PostgresBinaries(Path bin) {
        this.bin = bin;
    }

    static PostgresBinaries unpackedIn(Path folder) {
        String platform = platform();
        URL archive = PostgresBinaries.class.getResource("/postgres-" + platform + ".txz");
        if (archive == null) {
            throw new StartRefused(
                    "Fourleaf carries no PostgreSQL for this platform (%s).".formatted(platform),
                    "Set FOURLEAF_DATABASE_URL to a PostgreSQL 16 or newer: postgres://user:password@host/database");
        }
        try {
            Path home = folder.resolve(UNPACKED + fingerprint(archive));
            if (!Files.exists(home)) {
                log.info("Unpacking PostgreSQL {} to {}; only the first start does this.", MAJOR_VERSION, home);
                unpack(archive, home);
                removeOlder(home);
            }
            return new PostgresBinaries(home.resolve("bin"));
        } catch (IOException e) {
            throw new StartRefused(
                    "PostgreSQL could not be unpacked to %s: %s.".formatted(folder, e),
                    "Check the permissions and the free space of FOURLEAF_DATA; about 100 MB are needed.",
                    e);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
        return (system.startsWith("mac") ? "darwin" : system) + "-" + processor;
    }

    /** The archive names no version, so its checksum in the jar's index stands for one; nothing needs to be read. */
    private static String fingerprint(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        if (connection instanceof JarURLConnection inJar) {
            return Long.toHexString(inJar.getJarEntry().getCrc());
        }
        return Long.toHexString(connection.getContentLengthLong());
    }

    /** Under another name until complete: after a crash, or when two start at once, nothing half unpacked is used. */
    private static void unpack(URL archive, Path home) throws IOException {
        Path draft = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (InputStream file = archive.openStream();
                var tar = new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(file, READ_BUFFER_BYTES)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, draft);
            }
        }
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FileSystemUtils.deleteRecursively(draft);
            if (!Files.exists(home)) {
                throw e;
            }
        }
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream content, Path home) throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("Entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        boolean program = (entry.getMode() & 0100) != 0;
        if (program && !target.toFile().setExecutable(true, false)) {
            throw new IOException("Cannot make executable: " + target);
        }
    }

    private static void removeOlder(Path home) throws IOException {
        try (Stream<Path> siblings = Files.list(home.getParent())) {
            for (Path sibling : siblings.toList()) {
                String name = sibling.getFileName().toString();
                boolean leftover = name.startsWith("unpacking-") || name.startsWith(UNPACKED);
                if (leftover && !sibling.equals(home)) {
                    FileSystemUtils.deleteRecursively(sibling);
                }
            }
        }
    }

    /**
     * The server's command line. Its own session keeps Ctrl-C in the terminal from stopping it before Fourleaf has, and
     * a parent-death signal stops it cleanly when Fourleaf is killed. Both are Linux only and optional: an orphaned
     * server is stopped by the next start.
     */
    List<String> serverCommand(List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (onPath("setsid")) {
            command.add("setsid");
        }
        command.addAll(leavingRoot);
        if (onPath("setpriv")) {
            command.addAll(List.of("setpriv", "--pdeathsig", "INT", "--"));
        }
        command.add(bin.resolve("postgres").toString());
        command.addAll(arguments);
        return command;
    }

    /** Runs one of PostgreSQL's programs to its end. */
    void run(String program, String... arguments) {
        List<String> command = new ArrayList<>(leavingRoot);
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        String output = "";
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS) && process.exitValue() == 0) {
                return;
            }
            process.destroyForcibly();
        } catch (IOException e) {
            output = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new StartRefused(
                "%s failed: %s".formatted(program, output.strip()),
                "Put right what it says, or set FOURLEAF_DATABASE_URL to use another PostgreSQL.");
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, yet may use root's files. */
    private static List<String> leavingRoot() {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        if (!onPath("unshare") || !succeeds(List.of("unshare", "-U", "true"))) {
            throw new StartRefused(
                    "PostgreSQL does not run as root, and this machine does not let it leave root by `unshare -U`.",
                    "Run Fourleaf as an ordinary user, or set FOURLEAF_DATABASE_URL to another PostgreSQL.");
        }
        return List.of("unshare", "-U");
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean onPath(String program) {
        @Nullable String path = System.getenv("PATH");
        return path != null
                && Stream.of(path.split(":"))
                        .filter(folder -> !folder.isEmpty())
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}

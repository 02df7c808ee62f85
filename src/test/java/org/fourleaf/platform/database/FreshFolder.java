package org.fourleaf.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Data folders for tests that start servers of their own. */
final class FreshFolder {

    private static final Path FOLDERS = Path.of("target", "test-data");

    private static final Queue<Path> MADE = new ConcurrentLinkedQueue<>();

    static {
        // A cluster takes 40 MB, and nobody looks at it after the run.
        Runtime.getRuntime().addShutdownHook(new Thread(FreshFolder::deleteAll, "fresh-folders-delete"));
    }

    private FreshFolder() {}

    private static void deleteAll() {
        for (Path folder : MADE) {
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }

    static Path empty() {
        try {
            Files.createDirectories(FOLDERS);
            Path folder = Files.createTempDirectory(FOLDERS, "data-").toAbsolutePath();
            MADE.add(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With PostgreSQL's programs unpacked: links to those of the test database, which saves two seconds. */
    static Path withPrograms() {
        Path folder = empty();
        try (Stream<Path> files = Files.walk(TestDatabase.home())) {
            for (Path file : files.toList()) {
                Path inside = TestDatabase.home().relativize(file);
                Path copy = folder.resolve("postgres").resolve(inside);
                if (!inside.startsWith("data") && !file.getFileName().toString().startsWith("postgres.log")) {
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.createLink(copy, file);
                    }
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

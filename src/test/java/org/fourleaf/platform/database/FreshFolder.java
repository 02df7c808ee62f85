package org.fourleaf.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Data folders for tests that start servers of their own. */
final class FreshFolder {

    private static final Path FOLDERS = Path.of("target", "test-data");

    private FreshFolder() {}

    static Path empty() {
        try {
            Files.createDirectories(FOLDERS);
            return Files.createTempDirectory(FOLDERS, "data-").toAbsolutePath();
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

package org.fourleaf.platform.database;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A text file that never fills the disk: when full it becomes {@code name.1}, and the one before that is gone. */
final class BoundedLog implements AutoCloseable {

    private static final long CHARACTERS_MAX = 5_000_000;

    private final Path file;
    private Writer writer;
    private long written;
    private volatile String lastLine = "";

    BoundedLog(Path file) throws IOException {
        this.file = file;
        this.writer = open();
    }

    private Writer open() throws IOException {
        written = Files.exists(file) ? Files.size(file) : 0;
        return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void add(String line) throws IOException {
        lastLine = line;
        writer.write(line);
        writer.write('\n');
        writer.flush();
        written += line.length() + 1;
        if (written > CHARACTERS_MAX) {
            writer.close();
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            writer = open();
        }
    }

    String lastLine() {
        return lastLine;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}

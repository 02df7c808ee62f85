package org.fourleaf.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.fourleaf.platform.StartRefused;

/**
 * The one folder that holds everything Fourleaf keeps on disk. Held by a file lock for as long as the process lives, so
 * that two never share it and none has to clean up after a crash.
 */
public final class DataFolder implements AutoCloseable {

    private static final int SECRET_BYTES = 32;
    private static final FileAttribute<?> ONLY_MINE_TO_ENTER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> ONLY_MINE_TO_READ =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path root;
    /** Never opened a second time: closing any handle of a locked file drops the lock of the whole process. */
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** Creates the folder where it is missing. Throws {@link StartRefused} when another live process holds it. */
    public static DataFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        Path lock = root.resolve("lock");
        try {
            Files.createDirectories(root, ONLY_MINE_TO_ENTER);
            FileChannel channel = FileChannel.open(
                    lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ONLY_MINE_TO_READ);
            if (!holds(channel)) {
                channel.close();
                throw inUse(root, lock);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(root, channel);
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder %s cannot be used: %s.".formatted(root, e),
                    "Give this user a writable folder, or set FOURLEAF_DATA to another one.",
                    e);
        }
    }

    private static boolean holds(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException held) {
            return false;
        }
    }

    private static StartRefused inUse(Path root, Path lock) throws IOException {
        String holder = Files.readString(lock, StandardCharsets.US_ASCII).strip();
        return new StartRefused(
                "Another Fourleaf (process %s) is using the data folder %s."
                        .formatted(holder.isEmpty() ? "unknown" : holder, root),
                "Stop it first, or set FOURLEAF_DATA to a folder of its own.");
    }

    public Path path() {
        return root;
    }

    /** A sub-folder for one purpose, made readable for this user only where it is missing. */
    public Path folder(String name) {
        try {
            return Files.createDirectories(root.resolve(name), ONLY_MINE_TO_ENTER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The secret of that name: 256 random bits as 64 hexadecimal digits, made at the first call and the same ever
     * after. Losing it loses whatever was encrypted by it.
     */
    public synchronized String secret(String name) {
        Path file = secretFile(name);
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(random);
                writeDurably(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path secretFile(String name) {
        return folder("secrets").resolve(name);
    }

    /** A crash leaves either no secret or a whole one, never an empty file that would be taken for it. */
    private static void writeDurably(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        try (FileChannel channel = FileChannel.open(
                draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ONLY_MINE_TO_READ)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

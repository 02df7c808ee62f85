package org.fourleaf.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.database.Workspaces;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * Files by the SHA-256 of their content, a folder a workspace. {@link #write} makes the bytes durable before any row names them;
 * {@link #record} is called in the transaction whose rows do. A file no row names is left over by a crash and swept later.
 */
@Component
public class Blobs {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final HexFormat HEX = HexFormat.of();

    /** A stored content. */
    public record Blob(byte[] hash, long size) {}

    /** More bytes came than were allowed. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long bytesMax) {
            super("more than " + bytesMax + " bytes");
        }
    }

    private final Path root;
    private final JdbcClient jdbc;
    private final TransactionTemplate fresh;

    Blobs(@Value("${fourleaf.data}") Path dataFolder, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.root = dataFolder.resolve("blobs");
        this.jdbc = jdbc;
        this.fresh = new TransactionTemplate(transactions);
        this.fresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Streams a content to disk and makes it durable.
     *
     * @throws TooLarge as soon as more than the given number of bytes have come; nothing is kept then
     */
    public Blob write(UUID workspace, InputStream content, long bytesMax) throws IOException {
        Path folder = Files.createDirectories(root.resolve(workspace.toString()));
        Path fresh = folder.resolve(".new-" + Ids.next());
        MessageDigest digest = sha256();
        try {
            long size = 0;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(fresh), digest)) {
                byte[] buffer = new byte[BUFFER_BYTES];
                for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                    size += n;
                    if (size > bytesMax) {
                        throw new TooLarge(bytesMax);
                    }
                    out.write(buffer, 0, n);
                }
            }
            byte[] hash = digest.digest();
            keep(fresh, place(workspace, hash));
            return new Blob(hash, size);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Names the content in the caller's transaction. A content that was named before is there as long as its row is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor by, Blob blob) {
        int fresh = jdbc.sql(
                        "insert into blob (workspace_id, hash, size) values (:w, :hash, :size) on conflict do nothing")
                .param("w", by.workspace())
                .param("hash", blob.hash())
                .param("size", blob.size())
                .update();
        if (fresh == 1 && !Files.exists(place(by.workspace(), blob.hash()))) {
            throw new TransientDataAccessResourceException("the content was taken away at the same moment");
        }
    }

    /** Takes contents away that nothing names any more, after the caller's transaction, whose rows named them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetAfterCommit(UUID workspace, Collection<byte[]> hashes) {
        if (hashes.isEmpty()) {
            return;
        }
        List<byte[]> gone = List.copyOf(hashes);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                gone.forEach(hash -> forget(workspace, hash));
            }
        });
    }

    /**
     * The file goes inside the transaction that takes its row away: whoever names the same content at that moment waits for it in
     * {@link #record}, and then sees that the file is gone.
     */
    private void forget(UUID workspace, byte[] hash) {
        try {
            Workspaces.run(
                    workspace,
                    () -> fresh.executeWithoutResult(status -> {
                        int rows = jdbc.sql("delete from blob where workspace_id = :w and hash = :hash")
                                .param("w", workspace)
                                .param("hash", hash)
                                .update();
                        if (rows == 1) {
                            remove(place(workspace, hash));
                        }
                    }));
        } catch (DataIntegrityViolationException e) {
            // Something else has the same content: it stays.
            return;
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file of a workspace, once no row names any. */
    public void removeAll(UUID workspace) throws IOException {
        FileSystemUtils.deleteRecursively(root.resolve(workspace.toString()));
    }

    public InputStream open(UUID workspace, byte[] hash) throws IOException {
        return Files.newInputStream(place(workspace, hash));
    }

    public Path path(UUID workspace, byte[] hash) {
        return place(workspace, hash);
    }

    private void keep(Path fresh, Path place) throws IOException {
        if (Files.exists(place)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.createDirectories(place.getParent());
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(place.getParent())) {
            folder.force(true);
        }
    }

    private Path place(UUID workspace, byte[] hash) {
        String name = HEX.formatHex(hash);
        return root.resolve(workspace.toString()).resolve(name.substring(0, 2)).resolve(name);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

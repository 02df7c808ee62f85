package org.fourleaf.mailreading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps one mail's decoded attachments: small ones in memory, large ones in one temporary file, so a 40 MB mail is cheap. */
final class PartStore implements AutoCloseable {
    private static final int PART_IN_MEMORY_BYTES_MAX = 64 * 1024;
    private static final int MAIL_IN_MEMORY_BYTES_MAX = 1024 * 1024;

    private @Nullable FileChannel file;
    private int inMemoryBytes;

    /** A stored part: how long it is and how to read it. */
    record Stored(long size, MailAttachment.Content content) {}

    Stored store(InputStream in) throws IOException {
        byte[] head = in.readNBytes(PART_IN_MEMORY_BYTES_MAX + 1);
        if (head.length <= PART_IN_MEMORY_BYTES_MAX && inMemoryBytes + head.length <= MAIL_IN_MEMORY_BYTES_MAX) {
            inMemoryBytes += head.length;
            return new Stored(head.length, () -> new ByteArrayInputStream(head));
        }
        FileChannel channel = channel();
        long start = channel.size();
        long end = start + write(channel, head, head.length, start);
        byte[] buffer = new byte[PART_IN_MEMORY_BYTES_MAX];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            end += write(channel, buffer, n, end);
        }
        long size = end - start;
        return new Stored(size, () -> new Slice(channel, start, start + size));
    }

    Stored store(byte[] bytes) throws IOException {
        return store(new ByteArrayInputStream(bytes));
    }

    private FileChannel channel() throws IOException {
        FileChannel open = file;
        if (open == null) {
            Path path = Files.createTempFile("fourleaf-mail", ".parts");
            open = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            file = open;
        }
        return open;
    }

    private static int write(FileChannel channel, byte[] bytes, int length, long at) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer, at + buffer.position());
        }
        return length;
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static byte[] bytes(MailAttachment.Content content, int max) throws IOException {
        try (InputStream in = content.open();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            out.write(in.readNBytes(max));
            return out.toByteArray();
        }
    }

    private static final class Slice extends InputStream {
        private final FileChannel channel;
        private long at;
        private final long end;

        Slice(FileChannel channel, long at, long end) {
            this.channel = channel;
            this.at = at;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (at >= end) {
                return -1;
            }
            int n = channel.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, end - at)), at);
            at += Math.max(n, 0);
            return n;
        }
    }
}

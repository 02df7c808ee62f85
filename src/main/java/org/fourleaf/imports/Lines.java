package org.fourleaf.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines of bounded length, in constant memory however long the stream, or a line of it, is. */
final class Lines {

    static final int LINE_BYTES_MAX = 1_048_576;

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final byte[] NOTHING = new byte[0];
    private static final int BYTE_ORDER_MARK_LENGTH = 3;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int next;
    private int end;
    private long number;
    private byte[] bytes = NOTHING;
    private boolean isTooLong;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line that is not empty. @return false at the end of the stream */
    boolean advance() throws IOException {
        while (read()) {
            if (isTooLong || !isBlank(bytes)) {
                return true;
            }
        }
        return false;
    }

    /** Of the line just read, counted from 1, empty lines too. */
    long number() {
        return number;
    }

    /** The line just read; empty when {@link #isTooLong}. */
    byte[] bytes() {
        return bytes;
    }

    boolean isTooLong() {
        return isTooLong;
    }

    private boolean read() throws IOException {
        line.reset();
        isTooLong = false;
        boolean any = false;
        while (next < end || fill()) {
            any = true;
            int from = next;
            while (next < end && buffer[next] != '\n') {
                next++;
            }
            isTooLong |= line.size() + next - from > LINE_BYTES_MAX;
            if (!isTooLong) {
                line.write(buffer, from, next - from);
            }
            if (next < end) {
                next++;
                break;
            }
        }
        number += any ? 1 : 0;
        bytes = isTooLong ? NOTHING : withoutMark(line.toByteArray());
        return any;
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }

    /** Some programs begin a UTF-8 file with a byte order mark. */
    private byte[] withoutMark(byte[] read) {
        boolean marked = number == 1
                && read.length >= BYTE_ORDER_MARK_LENGTH
                && read[0] == (byte) 0xEF
                && read[1] == (byte) 0xBB
                && read[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(read, BYTE_ORDER_MARK_LENGTH, read.length) : read;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}

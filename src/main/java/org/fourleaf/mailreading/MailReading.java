package org.fourleaf.mailreading;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeException;
import org.jspecify.annotations.Nullable;

/** Reads raw mail, however broken. The only failures are the source's own and {@link UnreadableMail}. */
public final class MailReading {
    /** Far above what servers let through (25–50 MB); a mail beyond it is kept raw and not read. */
    public static final long MAIL_BYTES_MAX = 128L * 1024 * 1024;

    private MailReading() {}

    public static ReadMail read(byte[] raw) throws UnreadableMail {
        try {
            return read(new ByteArrayInputStream(raw));
        } catch (IOException e) {
            throw new UnreadableMail("The mail could not be taken apart.", e);
        }
    }

    /** Reads the stream once, to its end; an IOException is the stream's own and may be worth a retry. */
    public static ReadMail read(InputStream raw) throws IOException, UnreadableMail {
        Source source = new Source(raw);
        PartStore store = new PartStore();
        boolean done = false;
        try {
            ReadMail mail = new MailAssembly(MimeWalk.walk(source, store), store).mail();
            done = true;
            return mail;
        } catch (IOException | MimeException | RuntimeException | StackOverflowError e) {
            if (source.failure != null) {
                throw source.failure;
            }
            throw new UnreadableMail("The mail could not be taken apart.", e);
        } finally {
            if (!done) {
                store.close();
            }
        }
    }

    /** Tells the caller's failures from the mail's, and ends mails without end. */
    private static final class Source extends FilterInputStream {
        private long left = MAIL_BYTES_MAX;
        private @Nullable IOException failure;

        Source(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new IllegalStateException("longer than " + MAIL_BYTES_MAX + " bytes");
            }
            try {
                int n = in.read(into, offset, (int) Math.min(length, left));
                left -= Math.max(n, 0);
                return n;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}

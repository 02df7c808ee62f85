package org.fourleaf.mailreading;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.RecycledByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/** Keeps the lines among headers that are no headers: in a mail without its blank line they are words somebody wrote. */
final class LenientFields implements FieldBuilder {
    private static final int STRAY_CHARS_MAX = 256 * 1024;

    private final DefaultFieldBuilder fields = new DefaultFieldBuilder(-1);
    private final StringBuilder stray = new StringBuilder();

    /** What has gathered since it was last asked for. */
    String takeStray() {
        String taken = stray.toString();
        stray.setLength(0);
        return taken;
    }

    @Override
    public void reset() {
        fields.reset();
    }

    @Override
    public void append(ByteArrayBuffer line) throws MaxHeaderLengthLimitException {
        fields.append(line);
    }

    @Override
    @SuppressWarnings("NullAway") // null means that this line makes no field; mime4j is not annotated
    public @Nullable RawField build() {
        try {
            return fields.build();
        } catch (MimeException e) {
            String line = Transfer.latin1(fields.getRaw().toByteArray());
            if (line.indexOf(':') < 0 && stray.length() < STRAY_CHARS_MAX) {
                stray.append(MailCharsets.decode(fields.getRaw().toByteArray(), null)
                                .stripTrailing())
                        .append('\n');
            }
            return null;
        }
    }

    @Override
    public RecycledByteArrayBuffer getRaw() {
        return fields.getRaw();
    }

    @Override
    public void release() {
        fields.release();
    }
}

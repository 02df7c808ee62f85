package org.fourleaf.mailreading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/** Walks the MIME structure once, front to back, and hands each leaf to {@link MailParts}. */
final class MimeWalk {
    /** Real mail nests four or five deep; every level costs time for each byte inside. */
    private static final int DEPTH_MAX = 30;

    private static final int PARTS_MAX = 2000;
    private static final int HEADERS_MAX = 1000;
    private static final int HEADER_CHARS_MAX = 256 * 1024;
    private static final int PREAMBLE_BYTES_MAX = 4 * 1024 * 1024;

    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setStrictParsing(false)
            .setMaxLineLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxHeaderLen(-1)
            .setMaxContentLen(-1)
            .build();

    private final MailParts parts;
    private final LenientFields fields = new LenientFields();
    private final MimeTokenStream stream = new MimeTokenStream(CONFIG, null, fields, null);
    private final Deque<Open> open = new ArrayDeque<>();
    private List<MimePart.RawHeader> headers = new ArrayList<>();
    private int headerChars;
    private @Nullable List<MimePart.RawHeader> top;
    private int partCount;

    /** A multipart that is being read. */
    private static final class Open {
        private byte[] preamble = new byte[0];
        private boolean empty = true;
    }

    private final int depthBefore;

    private MimeWalk(MailParts parts, int depthBefore) {
        this.parts = parts;
        this.depthBefore = depthBefore;
    }

    static MailParts walk(InputStream raw, PartStore store) throws IOException, MimeException {
        MailParts parts = new MailParts(store);
        MimeWalk walk = new MimeWalk(parts, 0);
        walk.stream.parse(MailHead.repaired(raw));
        walk.run();
        parts.headers = walk.top == null ? List.of() : walk.top;
        return parts;
    }

    private void run() throws IOException, MimeException {
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_HEADER -> {
                    headers = new ArrayList<>();
                    headerChars = 0;
                    fields.takeStray();
                }
                case T_FIELD -> field(stream.getField());
                case T_END_HEADER -> {
                    if (top == null) {
                        top = headers;
                    }
                }
                case T_START_MULTIPART -> startMultipart();
                case T_PREAMBLE ->
                    open.getFirst().preamble = stream.getInputStream().readNBytes(PREAMBLE_BYTES_MAX);
                case T_START_BODYPART -> open.getFirst().empty = false;
                case T_END_MULTIPART -> endMultipart();
                case T_BODY -> {
                    if (++partCount > PARTS_MAX) {
                        parts.whole = false;
                        finish();
                        return;
                    }
                    leaf();
                }
                default -> {}
            }
        }
        finish();
    }

    private void finish() {
        while (!open.isEmpty()) {
            open.removeFirst();
            parts.endMultipart();
        }
    }

    private void field(Field field) {
        if (headers.size() >= HEADERS_MAX || headerChars > HEADER_CHARS_MAX) {
            parts.whole = false;
            return;
        }
        String raw = Transfer.latin1(field.getRaw().toByteArray());
        int colon = raw.indexOf(':');
        if (colon < 0) {
            return;
        }
        String name = raw.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value =
                raw.substring(colon + 1).replace("\r", "").replace("\n", "").strip();
        headerChars += raw.length();
        headers.add(new MimePart.RawHeader(name, value.substring(0, Math.min(value.length(), HEADER_CHARS_MAX))));
    }

    private void startMultipart() {
        if (depth() + 1 >= DEPTH_MAX) {
            stream.setRecursionMode(RecursionMode.M_FLAT);
            parts.whole = false;
        }
        open.addFirst(new Open());
        parts.startMultipart(part());
    }

    private void endMultipart() throws IOException, MimeException {
        Open ended = open.removeFirst();
        stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
        parts.preamble(ended.preamble);
        if (ended.empty) {
            unmarked(ended.preamble, null);
        }
        parts.endMultipart();
    }

    private MimePart part() {
        MimePart part = MimePart.of(stream.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT), headers);
        String claimed = part.contentType().value();
        if (claimed.startsWith("multipart/") && !part.type().startsWith("multipart/")) {
            return MimePart.of(claimed, headers); // mime4j calls it text when the boundary is missing
        }
        boolean unknown = !claimed.isEmpty() && claimed.indexOf('/') < 0 && !claimed.equals("text");
        return unknown && part.name() != null ? MimePart.of("application/octet-stream", headers) : part;
    }

    private void leaf() throws IOException, MimeException {
        MimePart part = part();
        if (part.type().startsWith("multipart/") && depth() + 1 < DEPTH_MAX) {
            // A multipart without a boundary parameter.
            unmarked(
                    stream.getInputStream().readNBytes(PREAMBLE_BYTES_MAX),
                    part.contentType().get("boundary"));
        } else {
            parts.leaf(part, fields.takeStray(), stream.getDecodedInputStream());
        }
    }

    /** The inside of a multipart whose boundary is missing or not the one announced: the first line like one is taken. */
    private void unmarked(byte[] inside, @Nullable String told) throws IOException, MimeException {
        String boundary = told == null ? firstBoundary(inside) : told;
        if (boundary == null || depth() + 1 >= DEPTH_MAX) {
            parts.leaf(MimePart.of("text/plain", List.of()), "", new ByteArrayInputStream(inside));
            return;
        }
        MimeWalk inner = new MimeWalk(parts, depth() + 1);
        inner.top = List.of();
        inner.partCount = partCount;
        inner.stream.parseHeadless(new ByteArrayInputStream(inside), "multipart/mixed; boundary=\"" + boundary + "\"");
        inner.run();
        partCount = inner.partCount;
    }

    private int depth() {
        return depthBefore + open.size();
    }

    private static @Nullable String firstBoundary(byte[] inside) {
        String head = new String(inside, 0, Math.min(inside.length, 64 * 1024), StandardCharsets.ISO_8859_1);
        for (String line : head.split("\r?\n", 200)) {
            String boundary = line.stripTrailing();
            if (boundary.startsWith("--")
                    && boundary.length() > 4
                    && boundary.length() < 80
                    && boundary.indexOf('"') < 0
                    && boundary.indexOf(' ') < 0
                    && !boundary.matches("-+")) {
                return boundary.substring(2);
            }
        }
        return null;
    }
}

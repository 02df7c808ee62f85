package org.fourleaf.mailreading;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourleaf.platform.html.HtmlText;
import org.jspecify.annotations.Nullable;

/**
 * What Outlook packs into winmail.dat (MS-OXTNEF): files, and the body as HTML, RTF or text. Reads as far as the bytes make
 * sense; what is not {@code whole} should stay downloadable as it came.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Tnef(
        List<TnefFile> files,
        @Nullable String html,
        byte[] rtf,
        @Nullable String text,
        boolean whole) {
    static final Tnef UNREADABLE = new Tnef(List.of(), null, new byte[0], null, false);

    private static final int SIGNATURE = 0x223e9f78;
    private static final int FILES_MAX = 1000;
    private static final int DEPTH_MAX = 5;
    private static final int LEVEL_MESSAGE = 1;
    private static final int LEVEL_ATTACHMENT = 2;
    private static final int ATT_CODEPAGE = 0x9007;
    private static final int ATT_BODY = 0x800c;
    private static final int ATT_MAPI = 0x9003;
    private static final int ATT_ATTACH_START = 0x9002;
    private static final int ATT_ATTACH_TITLE = 0x8010;
    private static final int ATT_ATTACH_DATA = 0x800f;
    private static final int ATT_ATTACH_MAPI = 0x9005;

    /** A file inside; the name may be missing. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record TnefFile(
            @Nullable String name, String type, @Nullable String contentId, byte[] bytes) {}

    static Tnef read(byte[] bytes) {
        return new Reader(bytes, 0).read();
    }

    private static final class Reader {
        private final ByteBuffer in;
        private final int depth;
        private final List<TnefFile> files = new ArrayList<>();
        private Charset charset = MailCharsets.WESTERN;
        private @Nullable String html;
        private byte[] rtf = new byte[0];
        private @Nullable String text;
        private boolean whole = true;
        private boolean fileOpen;
        private @Nullable String title;
        private byte[] data = new byte[0];
        private Map<Integer, byte[]> properties = Map.of();

        Reader(byte[] bytes, int depth) {
            this.depth = depth;
            in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }

        Tnef read() {
            if (in.remaining() < 6 || in.getInt() != SIGNATURE) {
                return UNREADABLE;
            }
            in.getShort();
            while (in.remaining() >= 9 && files.size() < FILES_MAX) {
                int level = in.get();
                int id = in.getInt();
                int length = in.getInt();
                if ((level != LEVEL_MESSAGE && level != LEVEL_ATTACHMENT) || length < 0 || length > in.remaining()) {
                    whole = false;
                    break;
                }
                byte[] value = new byte[length];
                in.get(value);
                in.position(Math.min(in.limit(), in.position() + 2)); // checksum
                attribute(id & 0xffff, value);
            }
            endFile();
            return new Tnef(List.copyOf(files), html, rtf, text, whole);
        }

        private void attribute(int id, byte[] value) {
            switch (id) {
                case ATT_CODEPAGE -> codepage(value);
                case ATT_BODY -> text = ansi(value);
                case ATT_MAPI -> message(properties(value));
                case ATT_ATTACH_START -> {
                    endFile();
                    fileOpen = true;
                }
                case ATT_ATTACH_TITLE -> title = ansi(value);
                case ATT_ATTACH_DATA -> data = value;
                case ATT_ATTACH_MAPI -> properties = properties(value);
                default -> {}
            }
        }

        private Map<Integer, byte[]> properties(byte[] value) {
            TnefProperties read = TnefProperties.read(value);
            whole &= read.whole();
            return read.values();
        }

        private void codepage(byte[] value) {
            if (value.length >= 4) {
                int page = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt();
                Charset named = MailCharsets.named(page == 65001 ? "utf-8" : "windows-" + page);
                named = named == null ? MailCharsets.named("cp" + page) : named;
                charset = named == null ? charset : named;
            }
        }

        private void message(Map<Integer, byte[]> message) {
            byte[] htmlBytes = message.get(TnefProperties.BODY_HTML);
            if (htmlBytes != null) {
                String label = HtmlText.declaredCharset(htmlBytes);
                html = MailCharsets.decode(htmlBytes, label == null ? charset.name() : label);
            }
            byte[] compressed = message.get(TnefProperties.RTF_COMPRESSED);
            if (compressed != null) {
                rtf = CompressedRtf.unpack(compressed);
                whole &= rtf.length > 0 || compressed.length <= 16;
            }
            String plain = string(message, TnefProperties.BODY);
            if (plain != null) {
                text = plain;
            }
        }

        private void endFile() {
            if (fileOpen) {
                byte[] object = properties.get(TnefProperties.ATTACH_DATA);
                // Beside an object stands only a note that old readers can't show it.
                byte[] bytes = object != null && object.length > data.length ? object : data;
                String type = string(properties, TnefProperties.ATTACH_MIME_TAG);
                files.add(new TnefFile(
                        name(),
                        type == null || type.isBlank() ? "application/octet-stream" : MailNames.line(type),
                        string(properties, TnefProperties.ATTACH_CONTENT_ID),
                        bytes));
                if (object != null && object.length > data.length && depth < DEPTH_MAX) {
                    Tnef inner = new Reader(object, depth + 1).read(); // a mail inside the mail
                    files.addAll(inner.files.subList(0, Math.min(inner.files.size(), FILES_MAX - files.size())));
                }
            }
            fileOpen = false;
            title = null;
            data = new byte[0];
            properties = Map.of();
        }

        private @Nullable String name() {
            String name = string(properties, TnefProperties.ATTACH_LONG_NAME);
            if (isBlank(name)) {
                name = title;
            }
            for (int property : TnefProperties.OTHER_NAMES) {
                name = isBlank(name) ? string(properties, property) : name;
            }
            return name;
        }

        private static boolean isBlank(@Nullable String text) {
            return text == null || text.isBlank();
        }

        private @Nullable String string(Map<Integer, byte[]> from, int property) {
            byte[] unicode = from.get(property | TnefProperties.UNICODE_FLAG);
            if (unicode != null) {
                return upToNul(new String(unicode, StandardCharsets.UTF_16LE));
            }
            byte[] bytes = from.get(property);
            return bytes == null ? null : ansi(bytes);
        }

        private String ansi(byte[] bytes) {
            return upToNul(new String(bytes, charset));
        }

        private static String upToNul(String text) {
            int nul = text.indexOf('\0');
            return nul < 0 ? text : text.substring(0, nul);
        }
    }
}

package org.fourleaf.mailreading;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one-line texts and file names of strangers safe to show, to store and to offer for download. */
final class MailNames {
    private static final int LINE_CHARS_MAX = 10_000;
    private static final int FILE_NAME_CHARS_MAX = 255;
    private static final int EXTENSION_CHARS_MAX = 20;

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/jpg", "jpg"),
            Map.entry("image/svg+xml", "svg"),
            Map.entry("image/x-icon", "ico"),
            Map.entry("text/plain", "txt"),
            Map.entry("text/calendar", "ics"),
            Map.entry("text/x-vcard", "vcf"),
            Map.entry("text/vcard", "vcf"),
            Map.entry("message/rfc822", "eml"),
            Map.entry("text/rfc822-headers", "txt"),
            Map.entry("message/delivery-status", "txt"),
            Map.entry("application/pgp-signature", "asc"),
            Map.entry("application/pkcs7-signature", "p7s"),
            Map.entry("application/x-pkcs7-signature", "p7s"),
            Map.entry("application/ms-tnef", "dat"),
            Map.entry("application/octet-stream", "bin"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/basic", "au"),
            Map.entry("video/quicktime", "mov"));

    private MailNames() {}

    /** One line without control characters; tabs stay. */
    static String line(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), LINE_CHARS_MAX));
        for (int i = 0; i < text.length() && out.length() < LINE_CHARS_MAX; i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == '\u2028' || c == '\u2029') {
                out.append(' ');
            } else if (c == '\t' || !Character.isISOControl(c)) {
                out.append(c);
            }
        }
        return withoutHalfPair(out).strip();
    }

    /** A file name without path, control or direction-changing characters, at most 255 characters, extension kept. */
    static String file(@Nullable String claimed, String contentType, int number) {
        String name = claimed == null ? "" : bare(claimed);
        if (name.isEmpty()) {
            name = madeUp(contentType, number);
        }
        if (name.length() <= FILE_NAME_CHARS_MAX) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot >= 0 && name.length() - dot <= EXTENSION_CHARS_MAX ? name.substring(dot) : "";
        return withoutHalfPair(new StringBuilder(name.substring(0, FILE_NAME_CHARS_MAX - extension.length())))
                + extension;
    }

    private static String bare(String claimed) {
        StringBuilder out = new StringBuilder(claimed.length());
        claimed.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean harmless = !Character.isISOControl(c)
                    && type != Character.FORMAT
                    && type != Character.SURROGATE
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR;
            if (harmless || c == 0x200d) {
                out.appendCodePoint(c);
            } else if (c == '\n' || c == '\t') {
                out.append(' ');
            }
        });
        String name = out.toString();
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        return name.chars().allMatch(c -> c == '.') ? "" : name;
    }

    private static String madeUp(String contentType, int number) {
        String extension = EXTENSIONS.get(contentType);
        int slash = contentType.indexOf('/');
        if (extension == null) {
            String subtype = contentType.substring(slash + 1).toLowerCase(Locale.ROOT);
            extension = subtype.matches("[a-z0-9]{1,5}") ? subtype : "bin";
        }
        String kind = contentType.startsWith("image/") ? "image" : "attachment";
        return kind + "-" + number + "." + extension;
    }

    private static String withoutHalfPair(StringBuilder text) {
        int last = text.length() - 1;
        if (last >= 0 && Character.isHighSurrogate(text.charAt(last))) {
            text.setLength(last);
        }
        return text.toString();
    }
}

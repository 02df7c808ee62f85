package org.fourleaf.mailreading;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A header like Content-Type: its value and its parameters, decoded. Knows RFC 2231 (charset, continuations), RFC 2047 where it
 * does not belong, missing quotes and missing separators.
 */
record HeaderParameters(String value, Map<String, String> parameters) {
    private static final int PARAMETERS_MAX = 200;
    static final HeaderParameters NONE = new HeaderParameters("", Map.of());

    @Nullable
    String get(String name) {
        return parameters.get(name);
    }

    /** Parses an unfolded header value given as Latin-1 bytes. */
    static HeaderParameters parse(String latin1) {
        int semicolon = latin1.indexOf(';');
        String value = semicolon < 0 ? latin1 : latin1.substring(0, semicolon);
        Map<String, String> plain = new HashMap<>();
        Map<String, TreeMap<Integer, Segment>> segmented = new HashMap<>();
        int at = semicolon < 0 ? latin1.length() : semicolon + 1;
        for (int n = 0; at < latin1.length() && n < PARAMETERS_MAX; n++) {
            at = parameter(latin1, at, plain, segmented);
        }
        Map<String, String> decoded = new HashMap<>();
        plain.forEach((name, raw) -> decoded.put(name, decodePlain(raw)));
        segmented.forEach((name, segments) -> decoded.put(name, join(segments)));
        return new HeaderParameters(withoutComment(value).strip().toLowerCase(Locale.ROOT), decoded);
    }

    private record Segment(String raw, boolean encoded) {}

    /** Reads one parameter from {@code from} and returns where the next begins. */
    private static int parameter(
            String in, int from, Map<String, String> plain, Map<String, TreeMap<Integer, Segment>> segmented) {
        int at = from;
        while (at < in.length() && in.charAt(at) != '=' && in.charAt(at) != ';') {
            at++;
        }
        if (at >= in.length() || in.charAt(at) == ';') {
            return at + 1;
        }
        String name = withoutComment(in.substring(from, at)).strip().toLowerCase(Locale.ROOT);
        at++;
        while (at < in.length() && Character.isWhitespace(in.charAt(at))) {
            at++;
        }
        StringBuilder raw = new StringBuilder();
        at = at < in.length() && in.charAt(at) == '"' ? quoted(in, at + 1, raw) : unquoted(in, at, raw);
        keep(name, raw.toString(), plain, segmented);
        return at;
    }

    private static int quoted(String in, int from, StringBuilder raw) {
        int at = from;
        while (at < in.length() && in.charAt(at) != '"') {
            char c = in.charAt(at);
            boolean escape =
                    c == '\\' && at + 1 < in.length() && (in.charAt(at + 1) == '"' || in.charAt(at + 1) == '\\');
            raw.append(escape ? in.charAt(at + 1) : c);
            at += escape ? 2 : 1;
        }
        at++;
        while (at < in.length() && Character.isWhitespace(in.charAt(at))) {
            at++;
        }
        return at < in.length() && in.charAt(at) == ';' ? at + 1 : at;
    }

    private static int unquoted(String in, int from, StringBuilder raw) {
        int at = from;
        while (at < in.length() && in.charAt(at) != ';') {
            if (in.startsWith("=?", at)) {
                int end = in.indexOf("?=", in.indexOf('?', Math.min(at + 2, in.length())) + 3);
                if (end > at) {
                    raw.append(in, at, end + 2);
                    at = end + 2;
                    continue;
                }
            }
            raw.append(in.charAt(at++));
        }
        String text = raw.toString().strip();
        raw.setLength(0);
        raw.append(text);
        return at + 1;
    }

    private static void keep(
            String name, String raw, Map<String, String> plain, Map<String, TreeMap<Integer, Segment>> segmented) {
        int star = name.indexOf('*');
        if (star < 0) {
            plain.putIfAbsent(name, raw);
            return;
        }
        boolean encoded = name.endsWith("*");
        String number = name.substring(star + 1, Math.max(star + 1, name.length() - (encoded ? 1 : 0)));
        int index = number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
        segmented
                .computeIfAbsent(name.substring(0, star), key -> new TreeMap<>())
                .putIfAbsent(index, new Segment(raw, encoded));
    }

    private static String join(TreeMap<Integer, Segment> segments) {
        StringBuilder bytes = new StringBuilder();
        String charset = null;
        boolean first = true;
        boolean anyEncoded = false;
        for (Segment segment : segments.values()) {
            String raw = segment.raw();
            if (segment.encoded() && first) {
                int one = raw.indexOf('\'');
                int two = one < 0 ? -1 : raw.indexOf('\'', one + 1);
                if (two > 0) {
                    charset = raw.substring(0, one);
                    raw = raw.substring(two + 1);
                }
            }
            anyEncoded |= segment.encoded();
            bytes.append(segment.encoded() ? Transfer.latin1(Transfer.percent(raw)) : raw);
            first = false;
        }
        String joined = bytes.toString();
        if (!anyEncoded || joined.contains("=?")) {
            return decodePlain(joined);
        }
        return MailCharsets.decode(joined.getBytes(StandardCharsets.ISO_8859_1), charset);
    }

    private static String decodePlain(String raw) {
        String text = EncodedWords.decode(raw);
        if (raw.indexOf('%') >= 0 && raw.length() == text.length()) {
            String percent = MailCharsets.strict(Transfer.percent(raw), StandardCharsets.UTF_8);
            if (percent != null && percent.chars().anyMatch(c -> c > 0x7f)) {
                return percent; // percent-encoded UTF-8 without the star that would announce it
            }
        }
        return text;
    }

    /** Drops a trailing comment, as in {@code text/plain (was: html)}. */
    private static String withoutComment(String text) {
        int open = text.indexOf('(');
        return open < 0 ? text : text.substring(0, open) + text.substring(text.lastIndexOf(')') + 1);
    }
}

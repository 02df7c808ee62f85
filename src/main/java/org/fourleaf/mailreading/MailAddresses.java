package org.fourleaf.mailreading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads address headers as people and programs really write them: comments, groups, routes, commas in unquoted names,
 * semicolons for commas, missing brackets, 8-bit names. Entries without any address are left out.
 */
final class MailAddresses {
    private static final int ADDRESSES_MAX = 1000;

    private final String in;
    private final @Nullable Charset otherwise;
    private final List<MailAddress> found = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private @Nullable String angle;
    private int at;

    /** Where the last of each closing sign stands; behind it the opening one is only a letter, and need not be tried again. */
    private int lastQuote;

    private int lastParenthesis;
    private final int lastWordEnd;

    private MailAddresses(String in, @Nullable Charset otherwise) {
        this.in = in;
        this.lastQuote = in.lastIndexOf('"');
        this.lastParenthesis = in.lastIndexOf(')');
        this.lastWordEnd = in.lastIndexOf("?=");
        this.otherwise = otherwise;
    }

    static List<MailAddress> parse(String latin1) {
        return parse(latin1, null);
    }

    /** Parses an unfolded header value given as Latin-1 bytes. */
    static List<MailAddress> parse(String latin1, @Nullable Charset otherwise) {
        return new MailAddresses(latin1, otherwise).run();
    }

    private List<MailAddress> run() {
        while (at < in.length() && found.size() < ADDRESSES_MAX) {
            char c = in.charAt(at);
            switch (c) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> angle();
                case ',' -> {
                    at++;
                    endUnlessNameGoesOn();
                }
                case ';' -> {
                    at++;
                    end();
                }
                case ':' -> groupOrText();
                case '=' -> encodedWordOrText();
                default -> {
                    words.append(c);
                    at++;
                }
            }
        }
        end();
        return List.copyOf(found);
    }

    private void quoted() {
        int end = at < lastQuote ? at + 1 : in.length();
        while (end < in.length() && in.charAt(end) != '"') {
            end += in.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= in.length()) {
            lastQuote = -1;
            words.append(' '); // a quote that never ends: not a quote
            at++;
            return;
        }
        words.append(in, at, end + 1);
        at = end + 1;
    }

    private void comment() {
        int depth = 0;
        int end = at < lastParenthesis ? at : in.length();
        for (; end < in.length(); end++) {
            char c = in.charAt(end);
            if (c == '\\') {
                end++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                break;
            }
        }
        if (end >= in.length()) {
            lastParenthesis = -1;
            words.append(in.charAt(at++));
            return;
        }
        comment.append(comment.isEmpty() ? "" : " ").append(in, at + 1, end);
        words.append(' ');
        at = end + 1;
    }

    private void angle() {
        StringBuilder inside = new StringBuilder();
        int end = at + 1;
        boolean quoted = false;
        for (; end < in.length(); end++) {
            char c = in.charAt(end);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '<' && !quoted) {
                inside.setLength(0); // <<a@b>>
                continue;
            } else if (!quoted && (c == '>' || (c == ',' && inside.indexOf("@") > 0))) {
                break;
            } else if (c == '(' && !quoted && end < lastParenthesis) {
                end = in.indexOf(')', end);
                continue;
            }
            if (quoted || !Character.isWhitespace(c)) {
                inside.append(c);
            }
        }
        while (end < in.length() && in.charAt(end) == '>') {
            end++;
        }
        at = end;
        if (angle == null) {
            angle = inside.toString();
        } else if (inside.indexOf("@") > 0) {
            end();
            angle = inside.toString();
        }
    }

    private void encodedWordOrText() {
        if (at < lastWordEnd && in.startsWith("=?", at)) {
            int charsetEnd = in.indexOf('?', at + 2);
            int end = charsetEnd < 0 ? -1 : in.indexOf("?=", charsetEnd + 3);
            if (end > 0) {
                words.append(in, at, end + 2);
                at = end + 2;
                return;
            }
        }
        words.append(in.charAt(at++));
    }

    /** {@code Friends: a@b, c@d;} names a group, whose name is nobody's. */
    private void groupOrText() {
        at++;
        if (angle == null && words.indexOf("@") < 0) {
            words.setLength(0);
            comment.setLength(0);
        } else {
            words.append(':');
        }
    }

    /** {@code Doe, John <j@x>}: the comma belongs to the name when nothing before it is an address. */
    private void endUnlessNameGoesOn() {
        boolean noAddressYet =
                angle == null && words.indexOf("@") < 0 && !words.toString().isBlank();
        if (noAddressYet && angleFollows()) {
            words.append(", ");
            return;
        }
        end();
    }

    private boolean angleFollows() {
        for (int i = at; i < in.length(); i++) {
            char c = in.charAt(i);
            if (c == '<') {
                return true;
            }
            if (c == ',' || c == ';' || c == '@' || c == '"' || c == ':') {
                return false;
            }
        }
        return false;
    }

    private void end() {
        String text = words.toString().strip();
        String address = angle == null ? bareAddress(text) : withoutRoute(angle);
        if (!address.isEmpty()) {
            String nameRaw = angle == null ? comment.toString() : text.isEmpty() ? comment.toString() : text;
            found.add(new MailAddress(name(nameRaw), letters(address)));
        } else if (angle != null && text.indexOf('@') > 0) {
            found.add(new MailAddress(null, letters(bareAddress(text))));
        }
        words.setLength(0);
        comment.setLength(0);
        angle = null;
    }

    private static String withoutRoute(String inside) {
        String address = inside;
        if (address.startsWith("@") && address.indexOf(':') > 0) {
            address = address.substring(address.indexOf(':') + 1);
        }
        if (address.regionMatches(true, 0, "mailto:", 0, 7)) {
            address = address.substring(7);
        }
        return address;
    }

    /** The first word with an @ in it, spaces around dots and @ closed up; else the only word there is. */
    private static String bareAddress(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String closed = closedUp(text);
        int sign = closed.indexOf('@');
        if (sign < 0) {
            return closed.indexOf(' ') < 0 && !closed.startsWith("=?") ? closed : "";
        }
        int start = sign;
        boolean quoted = false;
        while (start > 0) {
            char c = closed.charAt(start - 1);
            if (c == '"') {
                quoted = !quoted;
            } else if (Character.isWhitespace(c) && !quoted) {
                break;
            }
            start--;
        }
        int end = sign;
        while (end < closed.length() && !Character.isWhitespace(closed.charAt(end))) {
            end++;
        }
        String address = closed.substring(start, end);
        boolean wrapped = address.length() > 2 && address.startsWith("\"") && address.endsWith("\"");
        return wrapped ? address.substring(1, address.length() - 1) : address;
    }

    private static String closedUp(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                space = true;
                continue;
            }
            char before = out.isEmpty() ? '@' : out.charAt(out.length() - 1);
            if (space && c != '@' && c != '.' && before != '@' && before != '.') {
                out.append(' ');
            }
            out.append(c);
            space = false;
        }
        return out.toString();
    }

    private @Nullable String name(String raw) {
        String text = unquoted(raw).strip();
        if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        String name = MailNames.line(EncodedWords.decode(text, otherwise));
        return name.isEmpty() ? null : name;
    }

    private static String unquoted(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\' && i + 1 < raw.length()) {
                out.append(raw.charAt(++i));
            } else if (c != '"') {
                out.append(c);
            }
        }
        return out.toString();
    }

    private String letters(String address) {
        String decoded = MailCharsets.decode(address.getBytes(StandardCharsets.ISO_8859_1), null, otherwise);
        return MailNames.line(decoded.contains("=?") ? EncodedWords.decode(address, otherwise) : decoded);
    }
}

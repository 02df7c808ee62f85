package org.fourleaf.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended: the sort values of its last row, opaque outside. It carries no rights, so it is not signed; one that
 * was tampered with is malformed or shows another part of what the caller may see anyway.
 */
public record Cursor(List<String> values) {

    private static final int LENGTH_MAX = 1_000;
    private static final String SEPARATOR = "\u001f";

    public Cursor {
        values = List.copyOf(values);
    }

    public static Cursor of(Object... values) {
        return new Cursor(Arrays.stream(values).map(String::valueOf).toList());
    }

    public String encoded() {
        byte[] text = values.stream().collect(Collectors.joining(SEPARATOR)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /**
     * None for none.
     *
     * @param size how many values this list's cursors have
     * @throws Refusal malformed when it is not one of this list's
     */
    public static @Nullable Cursor decode(@Nullable String encoded, int size) {
        if (encoded == null || encoded.isEmpty()) {
            return null;
        }
        if (encoded.length() > LENGTH_MAX) {
            throw malformed();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            Cursor cursor = new Cursor(List.of(text.split(SEPARATOR, -1)));
            if (cursor.values.size() == size && text.indexOf('\0') < 0) {
                return cursor;
            }
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        throw malformed();
    }

    public String text(int index) {
        return values.get(index);
    }

    public UUID id(int index) {
        try {
            return UUID.fromString(values.get(index));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    public Instant instant(int index) {
        try {
            return Instant.parse(values.get(index));
        } catch (DateTimeParseException e) {
            throw malformed();
        }
    }

    public long number(int index) {
        try {
            return Long.parseLong(values.get(index));
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    public double decimal(int index) {
        try {
            return Double.parseDouble(values.get(index));
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return Refusal.malformed("cursor", "Send back a cursor as a list gave it in next.");
    }
}

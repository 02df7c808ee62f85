package org.fourleaf.platform;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The few things every module does to a text that came from outside. */
public final class Texts {

    private static final int SLUG_LENGTH_MAX = 60;

    private Texts() {}

    /** How a name is compared: composed, without surrounding or doubled white space, lower case. */
    public static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** Without the characters PostgreSQL or a header line can't hold: NUL and lone surrogates; line breaks become spaces. */
    public static String line(String text) {
        return clean(text)
                .replaceAll("[\\r\\n\\t\\u000b\\u000c\\u0085\\u2028\\u2029]+", " ")
                .strip();
    }

    /** A name or title: one line with something on it. @throws Refusal malformed, pointing to the field, when nothing is */
    public static String name(String text, String pointer) {
        String name = line(text);
        if (name.isEmpty()) {
            throw Refusal.malformed(pointer, "This must not be blank.");
        }
        return name;
    }

    /** Without NUL and lone surrogates, which PostgreSQL's UTF-8 refuses. */
    public static String clean(String text) {
        StringBuilder kept = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            boolean good = pair || (c != 0 && !Character.isSurrogate(c));
            if (!good && kept == null) {
                kept = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (good && kept != null) {
                kept.append(c);
                if (pair) {
                    kept.append(text.charAt(i + 1));
                }
            }
            if (pair) {
                i++;
            }
        }
        return kept == null ? text : kept.toString();
    }

    /** At most so many UTF-16 units, never half a character. */
    public static String cut(String text, int lengthMax) {
        if (text.length() <= lengthMax) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(lengthMax - 1)) ? lengthMax - 1 : lengthMax;
        return text.substring(0, end);
    }

    /** A name as the key of a path: at most 60 letters, digits and hyphens. @param otherwise where nothing of it is left */
    public static String slug(String name, String otherwise) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String slug = cut(plain, SLUG_LENGTH_MAX);
        return slug.isBlank() ? otherwise : slug;
    }

    /** Nothing for a blank. */
    public static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

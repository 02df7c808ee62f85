package org.fourleaf.conditions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;

/**
 * Regular expressions of RE2, which take time in proportion to the text whatever the expression is. Bounded all the same: the
 * expression when it is saved, the text when it is searched.
 */
final class TextPattern {

    /** Of a text no more is searched: a mail may be as long as it likes. */
    static final int SEARCHED_LENGTH_MAX = 100_000;

    /** Repeats inside repeats multiply: {@code ((a{100}){100}){100}} would be a million steps. */
    private static final int STEPS_MAX = 1_000;

    private static final int KEPT_MAX = 2_000;
    private static final Cache<String, Pattern> COMPILED =
            Caffeine.newBuilder().maximumSize(KEPT_MAX).build();

    private TextPattern() {}

    /** @throws Refusal invalid, saying what is wrong with it */
    static String checked(String expression, String pointer) {
        if (expression.isBlank() || !Texts.clean(expression).equals(expression)) {
            throw Refusal.invalid(pointer, "A regular expression is missing.");
        }
        if (steps(expression) > STEPS_MAX) {
            throw Refusal.invalid(pointer, "It repeats too much; counted repeats multiply.");
        }
        try {
            Pattern.compile(expression);
            return expression;
        } catch (PatternSyntaxException e) {
            throw Refusal.invalid(pointer, "This is no regular expression: " + e.getDescription() + ".");
        }
    }

    static boolean isIn(String expression, String text) {
        return COMPILED.get(expression, Pattern::compile)
                .matcher(Texts.cut(text, SEARCHED_LENGTH_MAX))
                .find();
    }

    /** All counted repeats multiplied, wherever they stand: more than enough for what they can become together. */
    private static long steps(String expression) {
        long steps = 1;
        java.util.regex.Matcher counts = COUNT.matcher(expression);
        while (counts.find() && steps <= STEPS_MAX) {
            String most = counts.group(2) == null || counts.group(2).isEmpty() ? counts.group(1) : counts.group(2);
            steps *= Math.max(1, Long.parseLong(most));
        }
        return steps;
    }

    private static final java.util.regex.Pattern COUNT =
            java.util.regex.Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?\\}");
}

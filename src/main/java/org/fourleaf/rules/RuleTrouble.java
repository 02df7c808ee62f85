package org.fourleaf.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule is broken.
 *
 * @param reason in words, for whoever mends it
 * @param missing what it names that is gone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleTrouble(
        Kind kind, String reason, Instant since, @Nullable List<Gone> missing) {

    /** Something that is no more. @param pointer where the rule names it */
    record Gone(String pointer, String what, String value) {}

    /** What kind of trouble it is. */
    enum Kind {
        /** It names what is gone: it does not run until that is mended. */
        MISSING,
        /** It failed again and again; it is tried on. */
        FAILED,
        /** It and others set each other off; each time that is cut short. */
        LOOP;

        @JsonValue
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static RuleTrouble missing(List<Gone> missing, Instant since) {
        String what = missing.stream().map(Gone::what).distinct().collect(Collectors.joining(", "));
        return new RuleTrouble(
                Kind.MISSING,
                "It names what is no more: " + what + ". It does not run until that is mended.",
                since,
                missing);
    }

    boolean stops() {
        return kind == Kind.MISSING;
    }
}

package org.fourleaf.customers;

import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Texts;
import org.jspecify.annotations.Nullable;

/** What colleagues wrote down about somebody. */
final class Notes {

    private Notes() {}

    /** Of two that become one: both, as far as they fit. */
    static @Nullable String joined(@Nullable String kept, @Nullable String gone) {
        if (kept == null || gone == null) {
            return kept == null ? gone : kept;
        }
        return Texts.cut(kept + "\n\n" + gone, Limits.SHORT_TEXT_LENGTH_MAX);
    }
}

package org.fourleaf.ratings;

import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a customer says of an answer.
 *
 * @param refused they would rather not say: neutral, marked as such
 * @param comment at most {@value #COMMENT_LENGTH_MAX} characters; none without
 */
public record Vote(
        Verdict verdict, boolean refused, @Nullable String comment) {

    public static final int COMMENT_LENGTH_MAX = 2_000;

    /** @throws Refusal invalid when the comment is too long */
    public Vote {
        comment = comment(comment);
        verdict = refused ? Verdict.NEUTRAL : verdict;
    }

    static @Nullable String comment(@Nullable String said) {
        String comment = said == null ? null : Texts.orNull(Texts.clean(said).replace("\r\n", "\n"));
        if (comment != null && comment.length() > COMMENT_LENGTH_MAX) {
            throw Refusal.invalid("/comment", "A comment has " + COMMENT_LENGTH_MAX + " characters at most.");
        }
        return comment;
    }
}

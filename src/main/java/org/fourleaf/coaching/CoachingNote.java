package org.fourleaf.coaching;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a lead wrote to an agent. The two of them read it; praise that is public, everybody.
 *
 * @param kpi the figure it is about, if any
 * @param ticket the ticket it is about, if any
 * @param call the activity of the call it is about, if any
 * @param goal what the agent is to reach, if anything
 * @param lastAt when one of the two last wrote
 * @param closedAt since when it is settled
 */
record CoachingNote(
        UUID id,
        UUID agent,
        UUID author,
        NoteKind kind,
        boolean isPublic,
        String words,
        @Nullable String kpi,
        @Nullable UUID ticket,
        @Nullable Long call,
        @Nullable UUID goal,
        Instant at,
        Instant lastAt,
        @Nullable Instant closedAt,
        long version) {

    static final int WORDS_LENGTH_MAX = 10_000;
    static final int REPLIES_MAX = 200;

    record Reply(UUID id, UUID note, UUID author, String words, Instant at) {}

    boolean isBetween(UUID reader) {
        return reader.equals(agent) || reader.equals(author);
    }
}

package org.fourleaf.coaching;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A note as the two it is between read it.
 *
 * @param isPublic of praise: whether all may read it
 * @param ticket the code of the ticket it is about, as long as the reader may see it
 * @param call the activity of the call it is about
 * @param goal as it stands today
 */
record CoachingNoteCard(
        UUID id,
        @Nullable PersonName agent,
        @Nullable PersonName author,
        NoteKind kind,
        @JsonProperty("public") boolean isPublic,
        String text,
        @Nullable String kpi,
        @Nullable String ticket,
        @Nullable String call,
        @Nullable GoalCard goal,
        Instant at,
        @Nullable Instant closedAt,
        List<Reply> replies,
        Abilities abilities,
        long version) {

    record Reply(UUID id, @Nullable PersonName author, String text, Instant at) {}

    record Abilities(boolean edit, boolean answer) {}

    CoachingNoteCard {
        replies = List.copyOf(replies);
    }
}

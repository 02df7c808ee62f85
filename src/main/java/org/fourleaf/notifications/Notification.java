package org.fourleaf.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something an agent should know of.
 *
 * @param message the message it is about
 * @param by who did it; none for the clock
 * @param count of how many tickets it tells at once, the one named among them; none for one
 * @param fromAgent the name of the agent whose they were
 */
public record Notification(
        UUID id,
        NotificationKind kind,
        Instant at,
        boolean read,
        @Nullable About ticket,
        @Nullable AboutRule rule,
        @Nullable AboutDepartment department,
        @Nullable AboutPrize prize,
        @Nullable UUID message,
        @Nullable Doer by,
        @Nullable Integer count,
        @Nullable String fromAgent) {

    /** The ticket it is about. */
    public record About(String code, String subject) {}

    /** The rule it is about. */
    public record AboutRule(UUID id, String name) {}

    /** The department it is about. */
    public record AboutDepartment(UUID id, String name) {}

    /** The badge or level it is about, in the reader's language. */
    public record AboutPrize(String id, String name) {}

    /** Who did it. */
    public record Doer(String kind, UUID id, String name) {}
}

package org.fourleaf.game;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an agent did of one kind on one day. Adding two up is the same in whatever order.
 *
 * @param day days since 1970 in the workspace's zone
 * @param department where, {@link #NOWHERE} when it was nowhere
 * @param channel its code, 0 without one
 * @param n how many
 * @param measured how many of them say the number of their kind
 * @param total of the number
 * @param most the largest of it
 * @param mostAt when the largest came first
 * @param lastAt of all of them
 */
record ActDay(
        ActivityKind kind,
        int day,
        UUID agent,
        UUID department,
        int channel,
        int n,
        int measured,
        long total,
        long most,
        Instant mostAt,
        Instant lastAt) {

    static final UUID NOWHERE = new UUID(0, 0);

    /** Which agent, kind, day and place. */
    record Key(ActivityKind kind, int day, UUID agent, UUID department, int channel) {}

    static @Nullable ActDay of(Recorded line, ZoneId zone) {
        if (line.agent() == null
                || (line.kind() == ActivityKind.PRESENCE_CHANGED
                        && !line.facts().path("state").asString("").equalsIgnoreCase("paused"))) {
            return null;
        }
        String name = number(line.kind());
        JsonNode value = name == null ? null : line.facts().get(name);
        boolean measured = value != null && value.isNumber();
        long number = measured && value != null ? value.longValue() : 0;
        return new ActDay(
                line.kind(),
                Math.toIntExact(line.at().atZone(zone).toLocalDate().toEpochDay()),
                line.agent(),
                line.department() == null ? NOWHERE : line.department(),
                line.channel() == null ? 0 : line.channel(),
                1,
                measured ? 1 : 0,
                number,
                number,
                line.at(),
                line.at());
    }

    /** The number of a kind that is averaged or of which there is a largest. */
    private static @Nullable String number(ActivityKind kind) {
        return switch (kind) {
            case TICKET_VIEWED, CHAT_ACCEPTED -> "seconds";
            case MESSAGE_SENT -> "length";
            case CHAT_ENDED -> "messages";
            case CALL_ENDED -> "talk";
            default -> null;
        };
    }

    Key key() {
        return new Key(kind, day, agent, department, channel);
    }

    ActDay plus(ActDay other) {
        boolean larger = other.most > most || (other.most == most && other.mostAt.isBefore(mostAt));
        return new ActDay(
                kind,
                day,
                agent,
                department,
                channel,
                n + other.n,
                measured + other.measured,
                total + other.total,
                Math.max(most, other.most),
                larger ? other.mostAt : mostAt,
                other.lastAt.isAfter(lastAt) ? other.lastAt : lastAt);
    }
}

package org.fourleaf.quests;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.jspecify.annotations.Nullable;

/** What a step may ask for: a kind of activity, who did it, and what of it a step may be choosy about. */
enum QuestActivity {
    ANSWER(ActivityKind.MESSAGE_SENT, Doer.AGENT, Filter.DEPARTMENT, Filter.CHANNEL),
    NOTE(ActivityKind.NOTE_ADDED, Doer.AGENT, Filter.DEPARTMENT, Filter.CHANNEL, Filter.MENTION),
    READY_TEXT(ActivityKind.READY_TEXT_USED, Doer.AGENT, Filter.DEPARTMENT),
    RESOLVE(ActivityKind.TICKET_RESOLVED, Doer.AGENT, Filter.DEPARTMENT, Filter.CHANNEL),
    TAG(ActivityKind.TICKET_TAGGED, Doer.AGENT, Filter.DEPARTMENT, Filter.CHANNEL, Filter.TAG),
    TRANSFER(ActivityKind.TICKET_TRANSFERRED, Doer.AGENT, Filter.DEPARTMENT, Filter.CHANNEL),
    CLAIM(ActivityKind.TICKET_CLAIMED, Doer.AGENT, Filter.DEPARTMENT),
    VIEW_MADE(ActivityKind.VIEW_CHANGED, Doer.BY),
    RATED(ActivityKind.RATING_GIVEN, Doer.AGENT, Filter.DEPARTMENT, Filter.CHANNEL, Filter.RATING),
    PROMISE_KEPT(ActivityKind.SLA_MET, Doer.AGENT, Filter.DEPARTMENT, Filter.CHANNEL),
    KUDOS(ActivityKind.KUDOS_GIVEN, Doer.BY),
    CHAT_ACCEPTED(ActivityKind.CHAT_ACCEPTED, Doer.AGENT, Filter.DEPARTMENT),
    CHAT_ENDED(ActivityKind.CHAT_ENDED, Doer.AGENT, Filter.DEPARTMENT),
    CALL_ANSWERED(ActivityKind.CALL_ANSWERED, Doer.AGENT, Filter.DEPARTMENT),
    CALL_ENDED(ActivityKind.CALL_ENDED, Doer.AGENT, Filter.DEPARTMENT);

    private static final Set<ActivityKind> NO_TICKET_AFTER_ALL =
            Set.of(ActivityKind.TICKET_MERGED, ActivityKind.TICKET_SPAM);
    private static final Set<ActivityKind> RESOLVED_FALSELY =
            Set.of(ActivityKind.TICKET_REOPENED, ActivityKind.TICKET_MERGED, ActivityKind.TICKET_SPAM);
    private static final Set<ActivityKind> RATED_FALSELY =
            Set.of(ActivityKind.RATING_INVALIDATED, ActivityKind.TICKET_MERGED, ActivityKind.TICKET_SPAM);

    /** Whose act it is: the line's agent, or whoever wrote the line. */
    private enum Doer {
        AGENT,
        BY
    }

    /** What a step may ask of the activity besides. */
    enum Filter {
        DEPARTMENT,
        CHANNEL,
        TAG,
        RATING,
        MENTION
    }

    private final ActivityKind kind;
    private final Doer doer;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes it so
    private final Set<Filter> filters;

    QuestActivity(ActivityKind kind, Doer doer, Filter... filters) {
        this.kind = kind;
        this.doer = doer;
        this.filters = Set.of(filters);
    }

    ActivityKind kind() {
        return kind;
    }

    boolean knows(Filter filter) {
        return filters.contains(filter);
    }

    static Set<ActivityKind> kinds() {
        Set<ActivityKind> kinds = EnumSet.noneOf(ActivityKind.class);
        Arrays.stream(values()).forEach(activity -> kinds.add(activity.kind));
        return kinds;
    }

    /** @param name of the kind, such as {@code message.sent} */
    static Optional<QuestActivity> named(String name) {
        return Arrays.stream(values())
                .filter(activity -> activity.kind.stored().equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(activity -> activity.kind.stored()).toList();
    }

    /** What makes it one that does not count: a point for it would be taken back too. */
    Set<ActivityKind> falsifiedBy() {
        return switch (this) {
            case RESOLVE -> RESOLVED_FALSELY;
            case RATED -> RATED_FALSELY;
            case KUDOS -> Set.of(ActivityKind.KUDOS_WITHDRAWN);
            case VIEW_MADE -> Set.of();
            default -> NO_TICKET_AFTER_ALL;
        };
    }

    /** Everything that falsifies something. */
    static Set<ActivityKind> falsifiers() {
        Set<ActivityKind> kinds = EnumSet.noneOf(ActivityKind.class);
        Arrays.stream(values()).forEach(activity -> kinds.addAll(activity.falsifiedBy()));
        return kinds;
    }

    /** What a line of this kind falsifies. */
    static List<ActivityKind> falsifiedBy(ActivityKind kind) {
        return Arrays.stream(values())
                .filter(activity -> activity.falsifiedBy().contains(kind))
                .map(QuestActivity::kind)
                .distinct()
                .toList();
    }

    /** What a line is about: the kudos, or the ticket. */
    static @Nullable UUID subject(Recorded line) {
        String kudos = line.facts().path("kudos").asString("");
        return kudos.isEmpty() ? line.ticket() : UUID.fromString(kudos);
    }

    /** Nobody for what no agent did, and for a view that was only changed. */
    @Nullable
    UUID doer(Recorded line) {
        if (this == VIEW_MADE && !line.facts().path("made").asBoolean(false)) {
            return null;
        }
        if (doer == Doer.AGENT) {
            return line.agent();
        }
        return line.byKind() == Actor.Kind.AGENT ? line.byId() : null;
    }
}

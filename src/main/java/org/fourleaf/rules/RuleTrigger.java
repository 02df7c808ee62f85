package org.fourleaf.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.fourleaf.tickets.Channel;

/** What a rule can wait for. Codes are stored: never change or reuse one. */
public enum RuleTrigger {
    TICKET_CREATED(1, ActivityKind.TICKET_CREATED),
    TICKET_CREATED_FROM_MAIL(2, ActivityKind.TICKET_CREATED) {
        @Override
        boolean meets(Recorded line) {
            return line.byKind() != Actor.Kind.AGENT
                    && line.channel() != null
                    && line.channel() == Channel.EMAIL.code();
        }
    },
    /** By the customer or to them; the first message comes with the ticket and is no message added. */
    MESSAGE_ADDED(3, ActivityKind.MESSAGE_RECEIVED, ActivityKind.MESSAGE_SENT),
    STATUS_CHANGED(4, ActivityKind.TICKET_STATUS_CHANGED),
    TAGS_CHANGED(5, ActivityKind.TICKET_TAGGED, ActivityKind.TICKET_UNTAGGED),
    TRANSFERRED(6, ActivityKind.TICKET_TRANSFERRED),
    /** To somebody; a ticket that loses its owner is assigned to nobody. */
    ASSIGNED(7, ActivityKind.TICKET_ASSIGNED) {
        @Override
        boolean meets(Recorded line) {
            return line.agent() != null;
        }
    },
    OPENED_BY_AGENT(8, ActivityKind.TICKET_OPENED_ON_SCREEN),
    LEFT_BY_AGENT(9, ActivityKind.TICKET_LEFT_SCREEN),
    /** By a customer; a rating that an agent lets count again is no news. */
    AGENT_RATED(10, ActivityKind.RATING_GIVEN) {
        @Override
        boolean meets(Recorded line) {
            return line.byKind() == Actor.Kind.CUSTOMER;
        }
    },
    CHAT_STARTED(11, ActivityKind.CHAT_STARTED),
    CALL_STARTED(12, ActivityKind.CALL_STARTED),
    /** The ticket came into its department's queue of new and open ones, or left it. */
    QUEUE_LENGTH_CHANGED(
            13, ActivityKind.TICKET_CREATED, ActivityKind.TICKET_STATUS_CHANGED, ActivityKind.TICKET_TRANSFERRED) {
        @Override
        boolean meets(Recorded line) {
            return switch (line.kind()) {
                case TICKET_STATUS_CHANGED -> isWaiting(line, "from") != isWaiting(line, "to");
                case TICKET_TRANSFERRED -> !text(line, "from_department").equals(text(line, "to_department"));
                default -> true;
            };
        }
    },
    DELIVERY_CHANGED(14, ActivityKind.DELIVERY_CHANGED),
    LINKED_TICKET_ADDED(15, ActivityKind.TICKET_LINKED, ActivityKind.TICKET_RELATED),
    SLA_ABOUT_TO_BREACH(16, ActivityKind.SLA_DUE_SOON),
    SLA_BREACHED(17, ActivityKind.SLA_MISSED),
    FIELD_CHANGED(18, ActivityKind.TICKET_CHANGED) {
        @Override
        boolean meets(Recorded line) {
            return text(line, "property").equals("fields");
        }
    },
    /** Nothing but time: what a time rule waits for. */
    TIME(100);

    private static final Set<String> WAITING = Set.of("new", "open");
    private static final Set<ActivityKind> KINDS =
            Arrays.stream(values()).flatMap(trigger -> trigger.kinds.stream()).collect(Collectors.toUnmodifiableSet());

    private final int code;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes it so
    private final Set<ActivityKind> kinds;

    RuleTrigger(int code, ActivityKind... kinds) {
        this.code = code;
        this.kinds = Set.of(kinds);
    }

    int code() {
        return code;
    }

    static RuleTrigger ofCode(int code) {
        return Arrays.stream(values())
                .filter(trigger -> trigger.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no trigger " + code));
    }

    @JsonCreator
    static RuleTrigger named(String name) {
        return Arrays.stream(values())
                .filter(trigger -> trigger != TIME && trigger.json().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such trigger."));
    }

    @JsonValue
    public String json() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Set<ActivityKind> kinds() {
        return KINDS;
    }

    /** Whether any trigger at all could be in such a line. */
    static boolean concerns(ActivityKind kind) {
        return KINDS.contains(kind);
    }

    /** All that a line of the log means to rules. */
    static EnumSet<RuleTrigger> of(Recorded line) {
        EnumSet<RuleTrigger> triggers = EnumSet.noneOf(RuleTrigger.class);
        for (RuleTrigger trigger : values()) {
            if (trigger.kinds.contains(line.kind()) && trigger.meets(line)) {
                triggers.add(trigger);
            }
        }
        return triggers;
    }

    boolean meets(Recorded line) {
        return true;
    }

    private static boolean isWaiting(Recorded line, String fact) {
        return WAITING.contains(text(line, fact));
    }

    private static String text(Recorded line, String fact) {
        var value = line.facts().get(fact);
        return value == null ? "" : value.asString("");
    }
}

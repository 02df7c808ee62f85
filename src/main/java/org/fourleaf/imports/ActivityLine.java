package org.fourleaf.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.people.Agent;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.tickets.Channel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An activity as its line tells it: agent and department found, ticket and customer not yet.
 *
 * @param number a phone number; like the comment it is kept beside the log, where it can be erased
 */
record ActivityLine(
        String externalId,
        ActivityKind kind,
        Instant at,
        @Nullable String ticket,
        @Nullable UUID agent,
        @Nullable String customer,
        @Nullable UUID department,
        @Nullable Channel channel,
        @Nullable String number,
        @Nullable String comment,
        ObjectNode facts) {

    private static final int NUMBER_LENGTH_MAX = 64;
    private static final int TICKET_LENGTH_MAX = 200;

    /** Without an agent nobody is at work. */
    private static final Set<ActivityKind> OF_AN_AGENT = EnumSet.of(ActivityKind.PRESENCE_CHANGED);

    private static final Set<ActivityKind> WITH_COMMENT =
            EnumSet.of(ActivityKind.RATING_GIVEN, ActivityKind.RATING_INVALIDATED, ActivityKind.SURVEY_ANSWERED);

    static ActivityLine read(Line line, Names names, Clock clock) {
        Fields fields = line.fields();
        ActivityKind kind = kind(fields);
        Instant at = fields.past("at", clock);
        Agent agent = names.agentOrNull(fields.lineOrNull("agent", Limits.EMAIL_LENGTH_MAX), "agent");
        if (agent == null && OF_AN_AGENT.contains(kind)) {
            throw fields.bad("agent", "This is needed.");
        }
        String ticket = fields.lineOrNull("ticket", TICKET_LENGTH_MAX);
        String customer = fields.emailOrNull("customer");
        Channel channel = fields.wordOrNull("channel", Channel.values(), Channel::json);
        String number = fields.lineOrNull("number", NUMBER_LENGTH_MAX);
        String department = fields.lineOrNull("department", Limits.NAME_LENGTH_MAX);
        String comment =
                WITH_COMMENT.contains(kind) ? fields.textOrNull("comment", Limits.SHORT_TEXT_LENGTH_MAX) : null;
        ObjectNode facts = own(kind, fields, names);
        fields.nothingElse();
        facts.put("external_id", line.externalId());
        return new ActivityLine(
                line.externalId(),
                kind,
                at,
                ticket,
                agent == null ? null : agent.id(),
                customer,
                department == null ? null : names.department(department),
                channel,
                number,
                comment,
                facts);
    }

    boolean hasWords() {
        return number != null || comment != null;
    }

    private static ActivityKind kind(Fields fields) {
        String name = fields.line("kind", Limits.NAME_LENGTH_MAX);
        ActivityKind kind = ActivityKind.ofStored(name);
        if (kind == null) {
            throw fields.bad("kind", "There is no such kind.");
        }
        if (ActivityForm.of(kind) == null) {
            throw fields.bad("kind", "The desk writes this kind itself; it can't be imported.");
        }
        return kind;
    }

    private static ObjectNode own(ActivityKind kind, Fields fields, Names names) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        List<ActivityForm.Part> parts = ActivityForm.of(kind);
        if (parts != null) {
            for (ActivityForm.Part part : parts) {
                JsonNode value = ActivityForm.read(part, fields, names);
                if (value != null) {
                    facts.set(part.name(), value);
                }
            }
        }
        if (kind == ActivityKind.SURVEY_ANSWERED && facts.isEmpty()) {
            throw fields.bad("csat", "A survey holds one of csat, nps, ces.");
        }
        return facts;
    }
}

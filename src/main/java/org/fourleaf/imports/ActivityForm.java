package org.fourleaf.imports;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Which fields of its own an activity of each kind has, and what may stand in them. Only what no figure can do without is needed. Kinds
 * that are not here are written by the desk itself and can't be brought in.
 */
final class ActivityForm {

    /** One field. @param needed without it the activity says nothing */
    record Part(String name, Type type, boolean needed) {}

    /** What a field holds. Agents, departments and tags stand in the line by e-mail or name and in the log by id. */
    enum Type {
        SECONDS,
        COUNT,
        AMOUNT,
        CURRENCY,
        WORD,
        DIRECTION,
        ANSWERS,
        STATUS,
        RATING,
        STATE,
        CSAT,
        NPS,
        CES,
        AGENT,
        DEPARTMENT,
        TAG
    }

    private static final long SECONDS_MAX = 1_000_000_000;
    private static final long COUNT_MAX = 1_000_000_000;
    private static final int AMOUNT_DIGITS_MAX = 12;
    private static final int AMOUNT_SCALE_MAX = 6;

    private static final List<String> DIRECTIONS = List.of("in", "out");
    private static final List<String> ANSWERS = List.of("new", "open", "none");
    private static final List<String> RATINGS = List.of("reward", "neutral", "rebuke");
    private static final List<String> STATES = List.of("online", "paused", "offline");

    private static final Map<ActivityKind, List<Part>> FORMS = forms();

    private ActivityForm() {}

    /** None for a kind that can't be brought in. */
    static @Nullable List<Part> of(ActivityKind kind) {
        return FORMS.get(kind);
    }

    static Map<ActivityKind, List<Part>> all() {
        return FORMS;
    }

    private static Map<ActivityKind, List<Part>> forms() {
        Map<ActivityKind, List<Part>> forms = new EnumMap<>(ActivityKind.class);
        Part seconds = new Part("seconds", Type.SECONDS, false);
        Part secondsNeeded = new Part("seconds", Type.SECONDS, true);
        Part waited = new Part("waited", Type.SECONDS, false);
        Part waitedNeeded = new Part("waited", Type.SECONDS, true);
        Part disposition = new Part("disposition", Type.WORD, false);
        Part direction = new Part("direction", Type.DIRECTION, false);
        Part directionNeeded = new Part("direction", Type.DIRECTION, true);
        List<Part> sla = List.of(new Part("type", Type.WORD, false), new Part("level", Type.WORD, false), seconds);

        forms.put(ActivityKind.TICKET_CREATED, List.of());
        forms.put(ActivityKind.TICKET_ASSIGNED, List.of(seconds));
        forms.put(
                ActivityKind.TICKET_TRANSFERRED,
                List.of(
                        new Part("from_department", Type.DEPARTMENT, false),
                        new Part("to_department", Type.DEPARTMENT, false),
                        new Part("from_agent", Type.AGENT, false),
                        new Part("to_agent", Type.AGENT, false)));
        forms.put(ActivityKind.TICKET_RESOLVED, List.of(disposition, seconds));
        forms.put(ActivityKind.TICKET_REOPENED, List.of(disposition, seconds));
        forms.put(ActivityKind.TICKET_DELETED, List.of(disposition, seconds));
        forms.put(ActivityKind.TICKET_TAGGED, List.of(new Part("tag", Type.TAG, true)));
        forms.put(ActivityKind.TICKET_UNTAGGED, List.of(new Part("tag", Type.TAG, true)));
        forms.put(ActivityKind.TICKET_VIEWED, List.of(secondsNeeded));
        forms.put(ActivityKind.MESSAGE_RECEIVED, List.of());
        forms.put(
                ActivityKind.MESSAGE_SENT,
                List.of(
                        new Part("length", Type.COUNT, false),
                        new Part("answers", Type.ANSWERS, false),
                        seconds,
                        new Part("business_seconds", Type.SECONDS, false)));
        forms.put(ActivityKind.NOTE_ADDED, List.of());
        forms.put(
                ActivityKind.TICKET_STATUS_CHANGED,
                List.of(new Part("from", Type.STATUS, false), new Part("to", Type.STATUS, true)));
        forms.put(ActivityKind.TICKET_MERGED, List.of());
        forms.put(ActivityKind.TICKET_SPAM, List.of());
        forms.put(ActivityKind.TICKET_RESTORED, List.of());
        forms.put(ActivityKind.SLA_MET, sla);
        forms.put(ActivityKind.SLA_MISSED, sla);
        forms.put(ActivityKind.SLA_NOT_APPLICABLE, sla);
        forms.put(ActivityKind.SURVEY_SENT, List.of());
        forms.put(
                ActivityKind.SALE_RECORDED,
                List.of(
                        new Part("amount", Type.AMOUNT, true),
                        new Part("currency", Type.CURRENCY, false),
                        new Part("quantity", Type.COUNT, false)));
        forms.put(ActivityKind.RATING_GIVEN, List.of(new Part("rating", Type.RATING, true)));
        forms.put(
                ActivityKind.RATING_INVALIDATED,
                List.of(new Part("rating", Type.RATING, false), new Part("given", Type.WORD, false)));
        forms.put(
                ActivityKind.SURVEY_ANSWERED,
                List.of(
                        new Part("csat", Type.CSAT, false),
                        new Part("nps", Type.NPS, false),
                        new Part("ces", Type.CES, false)));
        forms.put(ActivityKind.CHAT_STARTED, List.of());
        for (ActivityKind kind : List.of(
                ActivityKind.CHAT_OFFERED,
                ActivityKind.CHAT_ACCEPTED,
                ActivityKind.CHAT_MISSED,
                ActivityKind.CALL_MISSED,
                ActivityKind.CALL_OFFERED,
                ActivityKind.CALL_ANSWERED)) {
            forms.put(kind, List.of(seconds, waited));
        }
        forms.put(ActivityKind.CHAT_ABANDONED, List.of(waitedNeeded));
        forms.put(ActivityKind.CALL_ABANDONED, List.of(waitedNeeded));
        forms.put(
                ActivityKind.CHAT_ENDED,
                List.of(
                        secondsNeeded,
                        new Part("messages", Type.COUNT, false),
                        new Part("agent_messages", Type.COUNT, false)));
        forms.put(ActivityKind.CALL_STARTED, List.of(directionNeeded));
        forms.put(
                ActivityKind.CALL_ENDED,
                List.of(
                        direction,
                        new Part("talk", Type.SECONDS, true),
                        new Part("hold", Type.SECONDS, false),
                        new Part("wrap", Type.SECONDS, false)));
        forms.put(
                ActivityKind.PRESENCE_CHANGED,
                List.of(new Part("state", Type.STATE, true), new Part("reason", Type.WORD, false)));
        return forms;
    }

    /** What goes into the log's facts; none when the field is not there. */
    static @Nullable JsonNode read(Part part, Fields fields, Names names) {
        JsonNode value = value(part, fields, names);
        return part.needed ? fields.needed(part.name, value) : value;
    }

    private static @Nullable JsonNode value(Part part, Fields fields, Names names) {
        String name = part.name;
        return switch (part.type) {
            case SECONDS -> number(fields.numberOrNull(name, 0, SECONDS_MAX));
            case COUNT -> number(fields.numberOrNull(name, 0, COUNT_MAX));
            case CSAT -> number(fields.numberOrNull(name, 1, 5));
            case NPS -> number(fields.numberOrNull(name, 0, 10));
            case CES -> number(fields.numberOrNull(name, 1, 7));
            case AMOUNT -> decimal(fields.decimalOrNull(name, AMOUNT_DIGITS_MAX, AMOUNT_SCALE_MAX));
            case CURRENCY -> text(currency(fields, name));
            case WORD -> text(fields.lineOrNull(name, Limits.NAME_LENGTH_MAX));
            case DIRECTION -> text(fields.wordOrNull(name, DIRECTIONS));
            case ANSWERS -> text(unlessNone(fields.wordOrNull(name, ANSWERS)));
            case RATING -> text(fields.wordOrNull(name, RATINGS));
            case STATE -> text(fields.wordOrNull(name, STATES));
            case STATUS -> {
                TicketStatus status = fields.wordOrNull(name, TicketStatus.values(), TicketStatus::json);
                yield text(status == null ? null : status.json());
            }
            case AGENT -> {
                var agent = names.agentOrNull(fields.lineOrNull(name, Limits.EMAIL_LENGTH_MAX), name);
                yield id(agent == null ? null : agent.id());
            }
            case DEPARTMENT -> {
                String named = fields.lineOrNull(name, Limits.NAME_LENGTH_MAX);
                yield id(named == null ? null : names.department(named));
            }
            case TAG -> {
                String named = fields.lineOrNull(name, Limits.NAME_LENGTH_MAX);
                yield id(named == null ? null : names.tag(named));
            }
        };
    }

    private static @Nullable String currency(Fields fields, String name) {
        String currency = fields.lineOrNull(name, Limits.NAME_LENGTH_MAX);
        if (currency != null && !currency.matches("[A-Z]{3}")) {
            throw fields.bad(name, "This must be three letters such as EUR.");
        }
        return currency;
    }

    private static @Nullable String unlessNone(@Nullable String answers) {
        return "none".equals(answers) ? null : answers;
    }

    private static @Nullable JsonNode number(@Nullable Long number) {
        return number == null ? null : JsonNodeFactory.instance.numberNode(number);
    }

    private static @Nullable JsonNode decimal(@Nullable BigDecimal number) {
        return number == null ? null : JsonNodeFactory.instance.numberNode(number);
    }

    private static @Nullable JsonNode text(@Nullable String text) {
        return text == null ? null : JsonNodeFactory.instance.stringNode(text);
    }

    private static @Nullable JsonNode id(@Nullable UUID id) {
        return id == null ? null : JsonNodeFactory.instance.stringNode(id.toString());
    }
}

package org.fourleaf.metrics;

import java.util.Collection;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Recorded;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one activity counts by itself, in the cell of its own moment, agent, department and channel. Pure. */
final class Counting {

    private static final int GOOD_FROM = 4;
    private static final int PROMOTERS_FROM = 9;
    private static final int DETRACTORS_TO = 6;

    private final Recorded line;
    private final Collection<UUID> tags;
    private final int sign;
    private final Tallies tallies;
    private final Cell cell;

    private Counting(Recorded line, Collection<UUID> tags, int sign, Tallies tallies) {
        this.line = line;
        this.tags = tags;
        this.sign = sign;
        this.tallies = tallies;
        this.cell = Cell.of(line);
    }

    /** @param sign 1 to count, -1 to take back */
    static void count(Recorded line, Collection<UUID> tags, int sign, Tallies tallies) {
        if (!tags.isEmpty()) {
            new Counting(line, tags, sign, tallies).count();
        }
    }

    private void count() {
        switch (line.kind()) {
            case TICKET_CREATED -> created();
            case TICKET_ASSIGNED -> timed(Figure.FIRST_ASSIGNS, Figure.FIRST_ASSIGN_SECONDS, Measure.FIRST_ASSIGN);
            case TICKET_TRANSFERRED -> one(Figure.TRANSFERRED);
            case TICKET_RESOLVED -> resolved();
            case TICKET_REOPENED -> one(Figure.REOPENED);
            case TICKET_DELETED -> one(Figure.DELETED);
            case TICKET_TAGGED -> one(Figure.TAGGED);
            case TICKET_VIEWED -> many(Figure.VIEW_SECONDS, "seconds");
            case MESSAGE_RECEIVED -> one(Figure.RECEIVED);
            case MESSAGE_SENT -> sent();
            case NOTE_ADDED -> one(Figure.NOTES);
            case SLA_MET -> one(Figure.SLA_MET);
            case SLA_MISSED -> one(Figure.SLA_MISSED);
            case SURVEY_SENT -> one(Figure.SURVEYS_SENT);
            case SURVEY_ANSWERED -> surveyed();
            case SALE_RECORDED -> {
                one(Figure.SALES);
                many(Figure.SALE_QUANTITY, "quantity");
            }
            default -> live();
        }
    }

    private void live() {
        switch (line.kind()) {
            case CHAT_STARTED -> one(Figure.CHATS_STARTED);
            case CHAT_OFFERED -> one(Figure.CHATS_OFFERED);
            case CHAT_ACCEPTED -> {
                one(Figure.CHATS_ACCEPTED);
                mean(Figure.CHAT_PICKUPS, Figure.CHAT_PICKUP_SECONDS, number("seconds"));
                many(Figure.CHAT_WAIT_SECONDS, "waited");
                waited(Measure.CHAT_ACCEPTED_WAIT);
            }
            case CHAT_MISSED -> one(Figure.CHATS_MISSED);
            case CHAT_ABANDONED -> {
                one(Figure.CHATS_ABANDONED);
                waited(Measure.CHAT_ABANDONED_WAIT);
            }
            case CHAT_ENDED -> {
                one(Figure.CHATS_ENDED);
                many(Figure.CHAT_SECONDS, "seconds");
                many(Figure.CHAT_MESSAGES, "messages");
                many(Figure.CHAT_AGENT_MESSAGES, "agent_messages");
            }
            case CALL_STARTED -> one(inbound(line) ? Figure.CALLS_IN : Figure.CALLS_OUT);
            case CALL_OFFERED -> one(Figure.CALLS_OFFERED);
            case CALL_ANSWERED -> {
                one(Figure.CALLS_ANSWERED);
                mean(Figure.CALL_PICKUPS, Figure.CALL_PICKUP_SECONDS, number("seconds"));
                many(Figure.CALL_WAIT_SECONDS, "waited");
                waited(Measure.CALL_ANSWERED_WAIT);
            }
            case CALL_MISSED -> one(Figure.CALLS_MISSED);
            case CALL_ABANDONED -> {
                one(Figure.CALLS_ABANDONED);
                waited(Measure.CALL_ABANDONED_WAIT);
            }
            case CALL_ENDED -> {
                one(Figure.CALLS_ENDED);
                many(Figure.TALK_SECONDS, "talk");
                many(Figure.HOLD_SECONDS, "hold");
                many(Figure.WRAP_SECONDS, "wrap");
            }
            default -> {
                // Counted with its case, its ratings or its agent's presence.
            }
        }
    }

    static boolean inbound(Recorded started) {
        return started.kind() == ActivityKind.CALL_STARTED
                && !"out".equals(started.facts().path("direction").asString(""));
    }

    /** Nobody can tell which case an activity without a ticket is of: each is one of its own. */
    private void created() {
        one(Figure.CREATED);
        if (line.ticket() == null) {
            one(Figure.CASES);
        }
    }

    private void resolved() {
        one(Figure.RESOLVED);
        timed(Figure.RESOLUTIONS, Figure.RESOLUTION_SECONDS, Measure.RESOLUTION);
        String disposition = line.facts().path("disposition").asString("");
        if (disposition.equalsIgnoreCase("saved")) {
            one(Figure.SAVED);
        } else if (disposition.equalsIgnoreCase("lost")) {
            one(Figure.LOST);
        }
        if (line.ticket() == null) {
            one(Figure.CASE_RESOLVES);
        }
    }

    private void sent() {
        one(Figure.SENT);
        many(Figure.SENT_LENGTH, "length");
        String answers = line.facts().path("answers").asString("");
        if (answers.equals("new")) {
            timed(Figure.FIRST_ANSWERS, Figure.FIRST_ANSWER_SECONDS, Measure.FIRST_ANSWER);
            inBusinessHours(
                    Figure.FIRST_BUSINESS_ANSWERS, Figure.FIRST_BUSINESS_SECONDS, Measure.FIRST_BUSINESS_ANSWER);
        } else if (answers.equals("open")) {
            timed(Figure.NEXT_ANSWERS, Figure.NEXT_ANSWER_SECONDS, Measure.NEXT_ANSWER);
            inBusinessHours(Figure.NEXT_BUSINESS_ANSWERS, Figure.NEXT_BUSINESS_SECONDS, Measure.NEXT_BUSINESS_ANSWER);
        }
    }

    private void surveyed() {
        one(Figure.SURVEYS_ANSWERED);
        Long csat = number("csat");
        mean(Figure.CSATS, Figure.CSAT_POINTS, csat);
        if (csat != null && csat >= GOOD_FROM) {
            one(Figure.CSATS_GOOD);
        }
        Long nps = number("nps");
        if (nps != null) {
            one(Figure.NPSES);
            if (nps >= PROMOTERS_FROM) {
                one(Figure.PROMOTERS);
            } else if (nps <= DETRACTORS_TO) {
                one(Figure.DETRACTORS);
            }
        }
        mean(Figure.CESES, Figure.CES_POINTS, number("ces"));
    }

    private void one(Figure figure) {
        tallies.add(tags, cell, figure, sign);
    }

    private void many(Figure figure, String fact) {
        Long number = number(fact);
        if (number != null) {
            tallies.add(tags, cell, figure, sign * number);
        }
    }

    private void mean(Figure count, Figure sum, @Nullable Long number) {
        if (number != null) {
            one(count);
            tallies.add(tags, cell, sum, sign * number);
        }
    }

    private void timed(Figure count, Figure sum, Measure measure) {
        spread(count, sum, measure, number("seconds"));
    }

    private void inBusinessHours(Figure count, Figure sum, Measure measure) {
        spread(count, sum, measure, number("business_seconds"));
    }

    private void spread(Figure count, Figure sum, Measure measure, @Nullable Long seconds) {
        if (seconds != null) {
            mean(count, sum, seconds);
            tallies.addTo(tags, cell, measure, seconds, sign);
        }
    }

    /** Who is not said to have waited did not. */
    private void waited(Measure measure) {
        Long seconds = number("waited");
        tallies.addTo(tags, cell, measure, seconds == null ? 0 : seconds, sign);
    }

    private @Nullable Long number(String fact) {
        JsonNode value = line.facts().get(fact);
        return value != null && value.isNumber() ? value.longValue() : null;
    }
}

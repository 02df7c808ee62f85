package org.fourleaf.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.ActivityWords;
import org.fourleaf.platform.log.PastLog;
import org.fourleaf.tickets.Channel;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What happened to one ticket, fact by fact, with its status and since when; nothing after now. */
final class Diary {

    private final UUID ticket;
    private final Cast.Person customer;
    private final Channel channel;
    private final Instant createdAt;
    private final Instant now;
    private final Chance chance;
    private final List<PastLog.Line> lines = new ArrayList<>();
    private final List<ActivityWords.Words> words = new ArrayList<>();
    private UUID department;
    private TicketStatus status = TicketStatus.NEW;
    private Instant since;

    Diary(
            UUID ticket,
            Cast.Person customer,
            UUID department,
            Channel channel,
            Instant createdAt,
            Instant now,
            Chance chance) {
        this.ticket = ticket;
        this.customer = customer;
        this.department = department;
        this.channel = channel;
        this.createdAt = createdAt;
        this.since = createdAt;
        this.now = now;
        this.chance = chance;
    }

    static ObjectNode facts() {
        return JsonNodeFactory.instance.objectNode();
    }

    TicketStatus status() {
        return status;
    }

    Instant since() {
        return since;
    }

    UUID department() {
        return department;
    }

    void write(Instant at, ActivityKind kind, @Nullable UUID agent, ObjectNode facts) {
        if (!at.isAfter(now)) {
            lines.add(new PastLog.Line(
                    at,
                    kind,
                    ticket,
                    agent,
                    customer.id(),
                    customer.company(),
                    department,
                    channel.code(),
                    facts.toString()));
        }
    }

    void write(Instant at, ActivityKind kind, @Nullable UUID agent) {
        write(at, kind, agent, facts());
    }

    /** The same, on another channel than the ticket came by. */
    void writeCall(Instant at, ActivityKind kind, @Nullable UUID agent, ObjectNode facts) {
        if (!at.isAfter(now)) {
            lines.add(new PastLog.Line(
                    at,
                    kind,
                    ticket,
                    agent,
                    customer.id(),
                    customer.company(),
                    department,
                    Channel.CALL.code(),
                    facts.toString()));
        }
    }

    /** Words that may be erased stand beside the log. */
    void say(ObjectNode facts, Instant at, @Nullable String number, @Nullable String comment) {
        if (!at.isAfter(now) && (number != null || comment != null)) {
            UUID id = chance.id(at);
            facts.put(ActivityWords.FACT, id.toString());
            words.add(new ActivityWords.Words(id, customer.id(), number, comment));
        }
    }

    long secondsSinceCreated(Instant at) {
        return Math.max(0, Duration.between(createdAt, at).toSeconds());
    }

    /** Into another status, with the facts that a change by hand writes. */
    void become(TicketStatus to, Instant at, @Nullable UUID agent) {
        if (to == status || at.isAfter(now)) {
            return;
        }
        write(
                at,
                ActivityKind.TICKET_STATUS_CHANGED,
                agent,
                facts().put("from", status.json()).put("to", to.json()));
        ObjectNode age = facts().put("seconds", secondsSinceCreated(at));
        if (to == TicketStatus.RESOLVED) {
            write(at, ActivityKind.TICKET_RESOLVED, agent, age);
        } else if (to == TicketStatus.SPAM) {
            write(at, ActivityKind.TICKET_SPAM, agent);
        } else if (status == TicketStatus.RESOLVED) {
            write(at, ActivityKind.TICKET_REOPENED, agent, age);
        }
        status = to;
        since = at;
    }

    void transfer(Instant at, UUID agent, UUID to) {
        if (!at.isAfter(now) && !to.equals(department)) {
            write(
                    at,
                    ActivityKind.TICKET_TRANSFERRED,
                    agent,
                    facts().put("from_department", department.toString()).put("to_department", to.toString()));
            department = to;
        }
    }

    List<PastLog.Line> lines() {
        lines.sort(Comparator.comparing(PastLog.Line::at));
        return lines;
    }

    List<ActivityWords.Words> words() {
        return words;
    }
}

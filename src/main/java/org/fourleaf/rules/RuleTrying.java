package org.fourleaf.rules;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.conditions.Condition;
import org.fourleaf.conditions.Conditions;
import org.fourleaf.conditions.Surroundings;
import org.fourleaf.conditions.TicketPicture;
import org.fourleaf.conditions.TicketPictureQuery;
import org.fourleaf.conditions.Viewer;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tries a condition on the last tickets, as if what it waits for happened to each of them now: by the clock, with the ticket's last
 * message where it waits for messages, else with its first.
 */
@Component
@Transactional(readOnly = true)
class RuleTrying {

    static final int TICKETS = 500;

    /** @param names what the ids in it are called */
    record Tried(int checked, int matched, List<Item> items, Map<String, String> names) {}

    /** One ticket. @param failed why not: empty when it matched */
    record Item(String code, String subject, boolean matched, List<Failed> failed) {}

    /** A test that did not hold. @param pointer inside the condition @param has what the ticket has there */
    record Failed(String pointer, String field, String op, List<String> wanted, List<String> has) {}

    private final Tickets tickets;
    private final TicketPictureQuery pictures;
    private final Conditions conditions;
    private final EventQuery events;
    private final Clock clock;

    RuleTrying(Tickets tickets, TicketPictureQuery pictures, Conditions conditions, EventQuery events, Clock clock) {
        this.tickets = tickets;
        this.pictures = pictures;
        this.conditions = conditions;
        this.events = events;
        this.clock = clock;
    }

    Tried tryOut(Actor by, RuleTrigger trigger, Condition condition) {
        Viewer viewer = new Viewer(null, List.of(), clock.instant());
        List<Ticket> last = tickets.newest(by, TICKETS);
        List<Item> items = new ArrayList<>();
        for (TicketPicture picture : pictures.of(by, last)) {
            Ticket ticket = picture.ticket();
            Surroundings around = events.around(by, ticket, event(by, ticket, trigger, viewer.now()), viewer.now());
            List<TicketPicture.Failed> failed = picture.failed(condition, viewer, around);
            items.add(new Item(
                    ticket.code().text(),
                    ticket.subject(),
                    failed.isEmpty(),
                    failed.stream().map(RuleTrying::told).toList()));
        }
        Map<String, String> names = new LinkedHashMap<>(conditions.names(by, condition));
        names.putAll(conditions.names(by, found(condition, items)));
        return new Tried(
                items.size(), (int) items.stream().filter(Item::matched).count(), items, names);
    }

    private RuleEvent event(Actor by, Ticket ticket, RuleTrigger trigger, Instant now) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        if (trigger == RuleTrigger.MESSAGE_ADDED) {
            events.lastMessage(by.workspace(), ticket.id()).ifPresent(id -> facts.put("message", id.toString()));
        }
        return new RuleEvent(
                ticket.id(),
                Set.of(trigger),
                ActivityKind.TICKET_CREATED,
                Actor.Kind.CLOCK,
                null,
                now,
                facts,
                List.<UUID>of(),
                null);
    }

    /** The same tests with what the tickets have, so that it can be named too. */
    private static Condition found(Condition condition, List<Item> items) {
        List<Condition> parts = new ArrayList<>();
        Map<String, Condition.Test> tests = condition.tests();
        items.stream().flatMap(item -> item.failed.stream()).forEach(failed -> {
            Condition.Test test = Objects.requireNonNull(tests.get(failed.pointer));
            parts.add(new Condition.Test(test.field(), test.key(), test.operator(), failed.has));
        });
        return new Condition.All(parts);
    }

    private static Failed told(TicketPicture.Failed failed) {
        return new Failed(
                failed.pointer(),
                failed.test().fieldName(),
                failed.test().operator().json(),
                failed.test().values(),
                failed.values());
    }
}

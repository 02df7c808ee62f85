package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.Given;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Changes what a ticket is: status, department, owner, priority, tags, subject, type, fields; several at once or none. */
@Component
@Transactional
public class TicketChanging {

    /** What is given is changed; an assignee of null is nobody. */
    public record Change(
            @Nullable TicketStatus status,
            Given<String> subStatus,
            Given<String> disposition,
            @Nullable Instant postponedUntil,
            @Nullable UUID department,
            Given<UUID> assignee,
            @Nullable Priority priority,
            Given<UUID> slaLevel,
            @Nullable List<String> tags,
            @Nullable String subject,
            @Nullable String type,
            @Nullable ObjectNode fields) {}

    private final Tickets tickets;
    private final TicketStore store;
    private final TicketTagging tagging;
    private final CustomFields fields;
    private final TicketWords words;
    private final Transitions transitions;
    private final Departments departments;
    private final TicketLevelSetting levels;
    private final Log log;
    private final Clock clock;

    TicketChanging(
            Tickets tickets,
            TicketStore store,
            TicketTagging tagging,
            CustomFields fields,
            TicketWords words,
            Transitions transitions,
            Departments departments,
            TicketLevelSetting levels,
            Log log,
            Clock clock) {
        this.tickets = tickets;
        this.store = store;
        this.tagging = tagging;
        this.fields = fields;
        this.words = words;
        this.transitions = transitions;
        this.departments = departments;
        this.levels = levels;
        this.log = log;
        this.clock = clock;
    }

    /** @throws Refusal stale when a version is expected and another is there */
    public Ticket change(Actor by, String code, Change change, @Nullable Long expectedVersion) {
        Ticket was = tickets.writable(by, code);
        if (expectedVersion != null && expectedVersion != was.version()) {
            throw Refusal.stale();
        }
        by.mustHave(Permission.TICKETS_REPLY);
        if (change.status != null || takesForSelf(by, change)) {
            tickets.mustBeAnswerable(by, was);
        }
        Instant now = clock.instant();
        Ticket changed = properties(by, was, change);
        if (change.department != null || change.assignee.present()) {
            changed = move(by, changed, change, now);
        }
        if (change.slaLevel.present()) {
            changed = levels.changed(
                    by,
                    changed,
                    new TicketClocks.Choice(
                            change.slaLevel.value(),
                            by.isAgent() ? TicketSla.Origin.HAND : TicketSla.Origin.AUTOMATION,
                            null));
        }
        // Before the status: what a ticket needs to be resolved may come in the same breath.
        if (change.tags != null) {
            tagging.set(by, changed, change.tags);
        }
        if (change.fields != null && fields.change(by, was.id(), change.fields)) {
            log.write(by, new TicketChanged(was.id(), actingAgent(by), was.department(), "fields"));
        }
        changed = status(by, changed, change, now);
        Ticket saved = store.update(by, was, changed);
        if (change.subStatus.present()) {
            words.setSubStatus(by, saved, change.subStatus.value());
        }
        return saved;
    }

    /** Wakes a postponed ticket whose time has come. */
    public void wake(Actor by, UUID id) {
        tickets.lockFollowingMerges(by, id)
                .filter(ticket -> ticket.status() == TicketStatus.POSTPONED)
                .filter(ticket -> ticket.postponedUntil() != null
                        && !ticket.postponedUntil().isAfter(clock.instant()))
                .ifPresent(ticket -> store.update(
                        by, ticket, transitions.become(by, ticket, ticket.awake(), clock.instant(), null)));
    }

    private Ticket properties(Actor by, Ticket was, Change change) {
        Ticket changed = was;
        if (change.subject != null && !change.subject.equals(was.subject())) {
            changed = changed.withSubject(change.subject);
            log.write(by, new TicketChanged(was.id(), actingAgent(by), was.department(), "subject"));
        }
        if (change.priority != null && change.priority != was.priority()) {
            changed = changed.withPriority(change.priority);
            log.write(by, new TicketChanged(was.id(), actingAgent(by), was.department(), "priority"));
        }
        if (change.type != null) {
            String type = words.type(by, was.type(), change.type);
            if (!type.equals(was.type())) {
                changed = changed.withType(type);
                log.write(by, new TicketChanged(was.id(), actingAgent(by), was.department(), "type"));
            }
        }
        if (change.disposition.present()) {
            changed = transitions.ended(by, changed, change.disposition.value());
        }
        return changed;
    }

    private Ticket status(Actor by, Ticket was, Change change, Instant now) {
        if (change.status == null) {
            if (change.postponedUntil != null) {
                throw Refusal.invalid("/postponed_until", "Only together with the status postponed.");
            }
            return was;
        }
        was.checkCanBecome(change.status);
        if (change.status == TicketStatus.DELETED) {
            by.mustHave(Permission.TICKETS_DELETE);
        }
        if (change.status == TicketStatus.POSTPONED
                && (change.postponedUntil == null || !change.postponedUntil.isAfter(now))) {
            throw Refusal.invalid("/postponed_until", "Say until when, in the future.");
        }
        TicketStatus to = was.status().isOut() && change.status.isWaiting() ? was.restored() : change.status;
        return transitions.become(by, was, to, now, change.postponedUntil);
    }

    private Ticket move(Actor by, Ticket was, Change change, Instant now) {
        UUID department = change.department == null ? was.department() : departments.standing(by, change.department);
        UUID owner = was.assignee();
        if (change.assignee.present()) {
            by.mustHave(Permission.TICKETS_ASSIGN);
            owner = change.assignee.value();
            if (owner != null && !departments.agentSees(by, owner, department)) {
                throw Refusal.invalid("/assignee", "This agent can't see the tickets of that department.");
            }
        } else if (owner != null && !departments.agentSees(by, owner, department)) {
            // An owner who may not see the ticket in its new department does not keep it.
            owner = null;
        }
        Ticket moved = transitions.move(by, was, department, owner, now);
        return department.equals(was.department()) ? moved : levels.entered(by, moved);
    }

    private static boolean takesForSelf(Actor by, Change change) {
        return by.isAgent() && Objects.equals(change.assignee.value(), by.id());
    }

    private static @Nullable UUID actingAgent(Actor by) {
        return by.isAgent() ? Objects.requireNonNull(by.id()) : null;
    }
}

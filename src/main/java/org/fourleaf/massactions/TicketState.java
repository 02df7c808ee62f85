package org.fourleaf.massactions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.web.Given;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketChanging;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/** What of a ticket a mass action can change, as it was before or after. @param tags names, empty where the act touches none */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TicketState(
        TicketStatus status,
        @Nullable String disposition,
        @Nullable Instant postponedUntil,
        UUID department,
        @Nullable UUID assignee,
        Priority priority,
        @Nullable UUID slaLevel,
        String type,
        List<String> tags) {

    TicketState {
        tags = List.copyOf(tags);
    }

    static TicketState of(Ticket ticket, List<String> tags) {
        return new TicketState(
                ticket.status(),
                ticket.disposition(),
                ticket.postponedUntil(),
                ticket.department(),
                ticket.assignee(),
                ticket.priority(),
                ticket.sla().level(),
                ticket.type(),
                tags);
    }

    /** The way back. @param whole false when somebody changed since what the action had changed: that stays as they left it */
    record Return(TicketChanging.@Nullable Change change, boolean whole) {}

    /** From here back to what was before the action made it what it became. */
    Return back(TicketState was, TicketState became, Instant moment) {
        boolean status = was.status != became.status || !Objects.equals(was.postponedUntil, became.postponedUntil);
        boolean department = !was.department.equals(became.department);
        boolean assignee = !Objects.equals(was.assignee, became.assignee);
        boolean priority = was.priority != became.priority;
        boolean level = !Objects.equals(was.slaLevel, became.slaLevel);
        boolean type = !was.type.equals(became.type);
        boolean sameStatus = this.status == became.status;
        boolean sameDepartment = this.department.equals(became.department);
        boolean sameAssignee = Objects.equals(this.assignee, became.assignee);
        boolean samePriority = this.priority == became.priority;
        boolean sameLevel = Objects.equals(this.slaLevel, became.slaLevel);
        boolean sameType = this.type.equals(became.type);
        Set<String> back = tagsBack(was, became);
        boolean retagged = !back.equals(new LinkedHashSet<>(tags));
        boolean whole = (!status || sameStatus)
                && (!department || sameDepartment)
                && (!assignee || sameAssignee)
                && (!priority || samePriority)
                && (!level || sameLevel)
                && (!type || sameType);
        boolean asleep = was.status == TicketStatus.POSTPONED
                && was.postponedUntil != null
                && was.postponedUntil.isAfter(moment);
        TicketStatus to = !status || !sameStatus
                ? null
                : was.status == TicketStatus.POSTPONED && !asleep ? TicketStatus.OPEN : was.status;
        boolean moves = department && sameDepartment;
        boolean assigns = assignee && sameAssignee;
        boolean promises = level && sameLevel;
        if (to == null
                && !moves
                && !assigns
                && !(priority && samePriority)
                && !promises
                && !(type && sameType)
                && !retagged) {
            return new Return(null, whole);
        }
        return new Return(
                new TicketChanging.Change(
                        to,
                        Given.nothing(),
                        to == TicketStatus.RESOLVED && was.disposition != null
                                ? Given.of(was.disposition)
                                : Given.nothing(),
                        to == TicketStatus.POSTPONED ? was.postponedUntil : null,
                        moves ? was.department : null,
                        assigns ? Given.of(was.assignee) : Given.nothing(),
                        priority && samePriority ? was.priority : null,
                        promises ? Given.of(was.slaLevel) : Given.nothing(),
                        retagged ? List.copyOf(back) : null,
                        null,
                        type && sameType ? was.type : null,
                        null),
                whole);
    }

    private Set<String> tagsBack(TicketState was, TicketState became) {
        Set<String> back = new LinkedHashSet<>(tags);
        back.removeIf(tag -> became.tags.contains(tag) && !was.tags.contains(tag));
        was.tags.stream().filter(tag -> !became.tags.contains(tag)).forEach(back::add);
        return back;
    }
}

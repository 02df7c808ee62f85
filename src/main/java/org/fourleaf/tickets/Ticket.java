package org.fourleaf.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as stored, and every decision about it. Immutable: a change is a new ticket, saved by {@link TicketStore#update}.
 *
 * @param statusSince when it came into its status: what answer times are measured from
 * @param statusBefore where a sleeping, spam or deleted ticket came from
 * @param dueAt never missing: what its clocks promise next, without a running one seven days after creation
 * @param waitingSince the customer's first message that nobody has answered; kept when it is resolved without an answer
 */
public record Ticket(
        UUID id,
        TicketCode code,
        String subject,
        TicketStatus status,
        Priority priority,
        String type,
        UUID department,
        @Nullable UUID assignee,
        UUID customer,
        @Nullable UUID company,
        Channel channel,
        @Nullable UUID mailbox,
        Instant createdAt,
        Instant lastMessageAt,
        Instant statusSince,
        Instant dueAt,
        @Nullable Instant postponedUntil,
        @Nullable TicketStatus statusBefore,
        @Nullable Instant firstAssignedAt,
        @Nullable Instant firstAnsweredAt,
        @Nullable Instant resolvedAt,
        @Nullable String disposition,
        @Nullable UUID mergedInto,
        @Nullable UUID linkedFrom,
        String snippet,
        int messageCount,
        boolean hasAttachments,
        TicketSla sla,
        @Nullable Instant waitingSince,
        long version) {

    /** Without an SLA a ticket is due a week after it came. */
    public static final Duration ANSWER_TIME_DEFAULT = Duration.ofDays(7);

    static final int SNIPPET_LENGTH_MAX = 160;

    /** @throws Refusal conflict for a merged ticket: it refuses every write */
    void mustBeWritable() {
        if (mergedInto != null) {
            throw Refusal.conflict("merged", "This ticket was merged into another; write there.");
        }
    }

    /** @throws Refusal conflict unless this ticket may become a part of that one */
    void checkCanMergeInto(Ticket target) {
        mustBeWritable();
        if (target.mergedInto != null) {
            throw Refusal.conflict("target-merged", "That ticket was merged itself; merge into the one it went into.");
        }
        if (status.isOut() || target.status.isOut()) {
            throw Refusal.conflict("not-possible", "Restore it first: spam and deleted tickets are not merged.");
        }
    }

    /** @throws Refusal conflict unless the table of transitions has a way from here to there */
    void checkCanBecome(TicketStatus to) {
        mustBeWritable();
        if (status.isOut() && to.isAsleep()) {
            throw Refusal.conflict("not-possible", "Restore the ticket first.");
        }
        if (status == TicketStatus.DELETED && to == TicketStatus.RESOLVED) {
            throw Refusal.conflict("not-possible", "A deleted ticket can't be resolved; restore it first.");
        }
        if (to.isLive() || (to == TicketStatus.NEW && firstAnsweredAt != null && !status.isOut())) {
            throw Refusal.conflict("not-possible", "A ticket does not become " + to.json() + " by hand.");
        }
    }

    /** Whether a customer who writes now comes back into this ticket, or gets a new one linked to it. */
    public boolean takesReplyAt(Instant moment, @Nullable Integer reopenDays) {
        return switch (status) {
            case DELETED -> false;
            case RESOLVED ->
                reopenDays == null
                        || (resolvedAt != null && moment.isBefore(resolvedAt.plus(Duration.ofDays(reopenDays))));
            case NEW, OPEN, CHATTING, CALLING, ANSWERED, PENDING, POSTPONED, SPAM -> true;
        };
    }

    /** Where the ticket stands after the customer wrote. */
    TicketStatus afterCustomerMessage() {
        return switch (status) {
            case ANSWERED, RESOLVED -> TicketStatus.OPEN;
            case PENDING, POSTPONED -> awake();
            case NEW, OPEN, CHATTING, CALLING, SPAM, DELETED -> status;
        };
    }

    /** Where a sleeping ticket wakes up: new if nobody ever answered, else open. */
    TicketStatus awake() {
        return firstAnsweredAt == null ? TicketStatus.NEW : TicketStatus.OPEN;
    }

    /** Where a spam or deleted ticket goes back to. */
    TicketStatus restored() {
        return statusBefore == null || statusBefore.isOut() || statusBefore.isAsleep() ? awake() : statusBefore;
    }

    Ticket withStatus(TicketStatus to, Instant at, @Nullable Instant until) {
        if (to == status && to != TicketStatus.POSTPONED) {
            return this;
        }
        Change change = new Change(this);
        change.status = to;
        change.statusBefore = status;
        change.statusSince = at;
        change.postponedUntil = to == TicketStatus.POSTPONED ? until : null;
        if (to == TicketStatus.RESOLVED) {
            change.resolvedAt = at;
        } else if (!to.isOut()) {
            change.resolvedAt = null;
            if (status == TicketStatus.RESOLVED) {
                change.disposition = null;
            }
        }
        return change.made();
    }

    /** Whether anything changed that a clock looks at. */
    boolean concernsClocksBeside(Ticket was) {
        return status != was.status
                || priority != was.priority
                || !department.equals(was.department)
                || !Objects.equals(firstAnsweredAt, was.firstAnsweredAt)
                || !Objects.equals(firstAssignedAt, was.firstAssignedAt)
                || !Objects.equals(resolvedAt, was.resolvedAt)
                || !Objects.equals(waitingSince, was.waitingSince)
                || !Objects.equals(mergedInto, was.mergedInto)
                || !sla.isSameLevel(was.sla);
    }

    /** The customer waits for an answer from this moment, unless already. What was resolved unanswered is asked anew. */
    Ticket awaiting(Instant at) {
        if (waitingSince != null && status != TicketStatus.RESOLVED) {
            return this;
        }
        Change change = new Change(this);
        change.waitingSince = at;
        return change.made();
    }

    public Ticket withSla(TicketSla to) {
        Change change = new Change(this);
        change.sla = to;
        return change.made();
    }

    /** What its clocks make of it. @param due none for the usual week after creation */
    public Ticket withDue(@Nullable Instant due, DueStanding standing) {
        Change change = new Change(this);
        change.dueAt = due == null ? createdAt.plus(ANSWER_TIME_DEFAULT) : due;
        change.sla = sla.standing(standing);
        return change.made();
    }

    Ticket withMergedInto(@Nullable UUID target) {
        Change change = new Change(this);
        change.mergedInto = target;
        return change.made();
    }

    Ticket withAssignee(@Nullable UUID agent, Instant at) {
        Change change = new Change(this);
        change.assignee = agent;
        if (agent != null && firstAssignedAt == null) {
            change.firstAssignedAt = at;
        }
        return change.made();
    }

    Ticket withDepartment(UUID to) {
        Change change = new Change(this);
        change.department = to;
        return change.made();
    }

    Ticket withSubject(String to) {
        Change change = new Change(this);
        change.subject = to;
        return change.made();
    }

    Ticket withPriority(Priority to) {
        Change change = new Change(this);
        change.priority = to;
        return change.made();
    }

    Ticket withDisposition(@Nullable String to) {
        Change change = new Change(this);
        change.disposition = to;
        return change.made();
    }

    Ticket withType(String to) {
        Change change = new Change(this);
        change.type = to;
        return change.made();
    }

    /** One message more in the thread; a note, or what goes to a third party, does not count as the last message. */
    Ticket withMessage(Message message) {
        Change change = new Change(this);
        change.hasAttachments = hasAttachments || !message.attachments().isEmpty();
        if (message.countsInThread()) {
            change.messageCount = messageCount + 1;
            change.lastMessageAt = message.at().isAfter(lastMessageAt) ? message.at() : lastMessageAt;
            change.snippet = message.snippet();
        }
        if (message.answersCustomer()) {
            change.firstAnsweredAt = firstAnsweredAt == null ? message.at() : firstAnsweredAt;
            change.waitingSince = null;
        }
        return change.made();
    }

    /** With a message that was nobody's answer. */
    Ticket answeredAsBefore(Ticket before) {
        Change change = new Change(this);
        change.firstAnsweredAt = before.firstAnsweredAt;
        return change.made();
    }

    /** After messages came or went by other ways than one by one. */
    Ticket withThread(MessageStore.Sums sums) {
        Change change = new Change(this);
        change.messageCount = sums.count();
        change.hasAttachments = sums.hasAttachments();
        change.lastMessageAt = sums.lastAt() == null ? createdAt : sums.lastAt();
        change.snippet = Message.snippet(sums.lastWords());
        return change.made();
    }

    /** As if it had been answered at that time. */
    Ticket withFirstAnswer(@Nullable Instant at) {
        Change change = new Change(this);
        change.firstAnsweredAt = firstAnsweredAt == null ? at : firstAnsweredAt;
        return change.made();
    }

    /** The one place where a changed ticket is put together. */
    private static final class Change {
        private final Ticket was;
        private String subject;
        private TicketStatus status;
        private Priority priority;
        private String type;
        private UUID department;
        private @Nullable UUID assignee;
        private Instant lastMessageAt;
        private Instant statusSince;
        private @Nullable Instant postponedUntil;
        private @Nullable TicketStatus statusBefore;
        private @Nullable Instant firstAssignedAt;
        private @Nullable Instant firstAnsweredAt;
        private @Nullable Instant resolvedAt;
        private @Nullable String disposition;
        private String snippet;
        private int messageCount;
        private boolean hasAttachments;
        private Instant dueAt;
        private TicketSla sla;
        private @Nullable Instant waitingSince;
        private @Nullable UUID mergedInto;

        Change(Ticket was) {
            this.was = was;
            subject = was.subject;
            status = was.status;
            priority = was.priority;
            type = was.type;
            department = was.department;
            assignee = was.assignee;
            lastMessageAt = was.lastMessageAt;
            statusSince = was.statusSince;
            postponedUntil = was.postponedUntil;
            statusBefore = was.statusBefore;
            firstAssignedAt = was.firstAssignedAt;
            firstAnsweredAt = was.firstAnsweredAt;
            resolvedAt = was.resolvedAt;
            disposition = was.disposition;
            snippet = was.snippet;
            messageCount = was.messageCount;
            hasAttachments = was.hasAttachments;
            dueAt = was.dueAt;
            sla = was.sla;
            waitingSince = was.waitingSince;
            mergedInto = was.mergedInto;
        }

        Ticket made() {
            return new Ticket(
                    was.id,
                    was.code,
                    subject,
                    status,
                    priority,
                    type,
                    department,
                    assignee,
                    was.customer,
                    was.company,
                    was.channel,
                    was.mailbox,
                    was.createdAt,
                    lastMessageAt,
                    statusSince,
                    dueAt,
                    postponedUntil,
                    statusBefore,
                    firstAssignedAt,
                    firstAnsweredAt,
                    resolvedAt,
                    disposition,
                    mergedInto,
                    was.linkedFrom,
                    snippet,
                    messageCount,
                    hasAttachments,
                    sla,
                    waitingSince,
                    was.version);
        }
    }
}

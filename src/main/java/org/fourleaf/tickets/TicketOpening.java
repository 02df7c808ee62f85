package org.fourleaf.tickets;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Opens tickets: for a mail that belongs to none, for an agent who writes first, for the API. */
@Component
@Transactional
public class TicketOpening {

    private static final int CODE_DRAWS_MAX = 20;

    /** What a new ticket is about. @param linkedFrom the ticket it continues, if any */
    public record Opening(
            String subject,
            UUID department,
            Priority priority,
            String type,
            Channel channel,
            UUID customer,
            @Nullable UUID company,
            @Nullable UUID mailbox,
            @Nullable UUID linkedFrom,
            Set<String> tags) {

        public Opening {
            subject = subjectOf(subject);
            tags = Set.copyOf(tags);
        }

        private Opening in(UUID standing) {
            return new Opening(
                    subject, standing, priority, type, channel, customer, company, mailbox, linkedFrom, tags);
        }

        private static String subjectOf(String given) {
            String line = Texts.cut(Texts.line(given), Limits.SUBJECT_LENGTH_MAX);
            return line.isEmpty() ? "—" : line;
        }
    }

    private final TicketStore store;
    private final TicketTagging tagging;
    private final Departments departments;
    private final TicketLevelSetting levels;
    private final Log log;
    private final Clock clock;

    TicketOpening(
            TicketStore store,
            TicketTagging tagging,
            Departments departments,
            TicketLevelSetting levels,
            Log log,
            Clock clock) {
        this.store = store;
        this.tagging = tagging;
        this.departments = departments;
        this.levels = levels;
        this.log = log;
        this.clock = clock;
    }

    /** Opens it without any message yet; the caller adds the first in the same transaction. */
    public Ticket open(Actor by, Opening wanted) {
        // Whoever looked the department up may have done so just before it was deleted.
        Opening opening = wanted.in(departments.standing(by, wanted.department()));
        Instant now = clock.instant();
        UUID id = Ids.next();
        for (int draw = 0; draw < CODE_DRAWS_MAX; draw++) {
            Ticket ticket = fresh(id, TicketCode.draw(), opening, now);
            if (store.insert(by.workspace(), ticket)) {
                log.write(
                        by,
                        new TicketCreated(
                                id,
                                opening.customer(),
                                opening.company(),
                                opening.department(),
                                null,
                                opening.channel().code()));
                if (opening.linkedFrom() != null) {
                    log.write(by, new TicketLinked(id, opening.department(), opening.linkedFrom()));
                }
                tagging.add(by, ticket, List.copyOf(opening.tags()));
                beginBeforeCommit(by, id);
                return ticket;
            }
        }
        throw new IllegalStateException("no free ticket code in " + CODE_DRAWS_MAX + " draws");
    }

    /**
     * All is said of a ticket that was opened in this transaction: it gets its service level. Happens by itself before the commit;
     * whoever shows the ticket before that calls it.
     */
    public void begin(Actor by, UUID ticket) {
        levels.begin(by, ticket);
    }

    private void beginBeforeCommit(Actor by, UUID ticket) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                levels.begin(by, ticket);
            }
        });
    }

    private static Ticket fresh(UUID id, TicketCode code, Opening opening, Instant now) {
        return new Ticket(
                id,
                code,
                opening.subject(),
                TicketStatus.NEW,
                opening.priority(),
                opening.type(),
                opening.department(),
                null,
                opening.customer(),
                opening.company(),
                opening.channel(),
                opening.mailbox(),
                now,
                now,
                now,
                now.plus(Ticket.ANSWER_TIME_DEFAULT),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                opening.linkedFrom(),
                "",
                0,
                false,
                TicketSla.NONE,
                null,
                1);
    }
}

package org.fourleaf.search;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;

/**
 * Writes down whose words may have changed; {@link Indexer} reads them. Its first reading of a log brings everything there is. Whether a
 * changed customer is called otherwise now, so that their tickets have to be read again, {@link Indexing} sees.
 */
@Component
class IndexReader implements LogReader {

    /** What happens to tickets without a word of them changing. A kind made later is taken to matter until it stands here. */
    private static final EnumSet<ActivityKind> WITHOUT_WORDS = EnumSet.of(
            ActivityKind.TICKET_ASSIGNED,
            ActivityKind.TICKET_TRANSFERRED,
            ActivityKind.TICKET_RESOLVED,
            ActivityKind.TICKET_REOPENED,
            ActivityKind.TICKET_VIEWED,
            ActivityKind.TICKET_STATUS_CHANGED,
            ActivityKind.TICKET_SPAM,
            ActivityKind.TICKET_RESTORED,
            ActivityKind.SLA_MET,
            ActivityKind.SLA_MISSED,
            ActivityKind.SLA_NOT_APPLICABLE,
            ActivityKind.SURVEY_SENT,
            ActivityKind.SURVEY_ANSWERED,
            ActivityKind.RATING_GIVEN,
            ActivityKind.RATING_INVALIDATED,
            ActivityKind.DRAFT_SAVED,
            ActivityKind.DELIVERY_CHANGED);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final IndexTodoStore todo;
    private final IndexBell bell;

    IndexReader(IndexTodoStore todo, IndexBell bell) {
        this.todo = todo;
        this.bell = bell;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return EnumSet.complementOf(WITHOUT_WORDS);
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        Set<UUID> tickets = new LinkedHashSet<>();
        Set<UUID> imported = new LinkedHashSet<>();
        Set<UUID> customers = new LinkedHashSet<>();
        Set<UUID> moved = new LinkedHashSet<>();
        Set<UUID> companies = new LinkedHashSet<>();
        for (Recorded line : page) {
            if (line.kind() == ActivityKind.CUSTOMER_CHANGED
                    || line.kind() == ActivityKind.CUSTOMERS_MERGED
                    || line.kind() == ActivityKind.CUSTOMER_ERASED) {
                if (line.customer() != null) {
                    customers.add(line.customer());
                    if (line.kind() != ActivityKind.CUSTOMER_CHANGED) {
                        moved.add(line.customer());
                    }
                } else if (line.company() != null && !line.facts().path("added").asBoolean(false)) {
                    companies.add(line.company());
                }
            } else if (line.kind() == ActivityKind.TICKET_IMPORTED && line.ticket() != null) {
                imported.add(line.ticket());
            } else if (line.ticket() != null && matters(line)) {
                tickets.add(line.ticket());
                others(line, tickets);
            }
        }
        UUID workspace = page.getFirst().workspace();
        todo.add(workspace, IndexTodoStore.CUSTOMER, customers, false);
        todo.add(workspace, IndexTodoStore.TICKET, tickets, false);
        todo.add(workspace, IndexTodoStore.TICKET, imported, true);
        todo.addTicketsOf(workspace, moved);
        todo.addEverybodyOf(workspace, companies);
        if (!tickets.isEmpty() || !imported.isEmpty() || !customers.isEmpty() || !companies.isEmpty()) {
            ringAfterCommit(workspace);
        }
    }

    /** Imported activities tell of words that are not here. */
    private static boolean matters(Recorded line) {
        return !line.imported();
    }

    /** Of a merge or a split both tickets change: whatever id the fact names is looked at; one that is no ticket costs nothing. */
    private static void others(Recorded line, Set<UUID> tickets) {
        if (!line.kind().stored().startsWith("ticket.")) {
            return;
        }
        for (JsonNode fact : line.facts()) {
            if (fact.isString() && ID.matcher(fact.asString()).matches()) {
                tickets.add(UUID.fromString(fact.asString()));
            }
        }
    }

    private void ringAfterCommit(UUID workspace) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring(workspace);
            }
        });
    }
}

package org.fourleaf.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what waits as it is now and replaces its words in the index: however often it is asked for, the result is the same. */
@Component
@Transactional
class Indexing {

    /** Every question reads all that lies unsorted in the index beside what it asks for. */
    private static final int UNSORTED_KILOBYTES = 256;

    /** Sorted before anybody sees it. */
    private static final int UNSORTED_OF_MANY_KILOBYTES = 65_536;

    private final IndexTodoStore todo;
    private final IndexSourceQuery sources;
    private final DocumentStore documents;
    private final VocabularyStore vocabulary;
    private final FileTextStore files;

    Indexing(
            IndexTodoStore todo,
            IndexSourceQuery sources,
            DocumentStore documents,
            VocabularyStore vocabulary,
            FileTextStore files) {
        this.todo = todo;
        this.sources = sources;
        this.documents = documents;
        this.vocabulary = vocabulary;
        this.files = files;
    }

    /**
     * Fresh words first; what may wait only when there are none, more at a time.
     *
     * @return how many were taken; none when nothing waits, or another node is at this workspace
     */
    int some(UUID workspace, int fresh, int later) {
        if (!todo.alone(workspace)) {
            return 0;
        }
        List<IndexTodoStore.Todo> taken = todo.take(workspace, false, fresh);
        boolean many = taken.isEmpty();
        if (many) {
            taken = todo.take(workspace, true, later);
        }
        documents.unsorted(many ? UNSORTED_OF_MANY_KILOBYTES : UNSORTED_KILOBYTES);
        Set<UUID> tickets = new LinkedHashSet<>();
        Set<UUID> customers = new LinkedHashSet<>();
        taken.forEach(one -> (one.kind() == IndexTodoStore.TICKET ? tickets : customers).add(one.subject()));
        // Customers first: a ticket never knows an older name than its customer, so every renaming is seen as one.
        if (!customers.isEmpty()) {
            todo.addTicketsOf(
                    workspace, documents.saveCustomers(workspace, customers, sources.customers(workspace, customers)));
        }
        if (!tickets.isEmpty()) {
            tickets(workspace, tickets);
            if (many) {
                documents.sort();
            }
        }
        return taken.size();
    }

    boolean putOff(UUID workspace) {
        return todo.putOff(workspace);
    }

    private void tickets(UUID workspace, Set<UUID> tickets) {
        Map<UUID, List<DocumentStore.Known>> before = documents.known(workspace, tickets);
        Map<String, Integer> change = new HashMap<>();
        before.values().forEach(parts -> parts.forEach(part -> count(change, part.written(), -1)));
        Set<UUID> gone = new LinkedHashSet<>(tickets);
        TicketDocuments made = new TicketDocuments(now -> {
            documents.save(workspace, before, now);
            now.forEach(document -> {
                count(change, document.words().written(), 1);
                gone.remove(document.ticket());
            });
        });
        sources.heads(workspace, tickets, made::head);
        sources.messages(workspace, tickets, made::message);
        made.finish();
        documents.remove(workspace, gone);
        files.await(workspace, tickets);
        change.values().removeIf(n -> n == 0);
        vocabulary.change(workspace, change);
    }

    private static void count(Map<String, Integer> change, Collection<String> words, int by) {
        for (String word : words) {
            change.merge(word, by, Integer::sum);
        }
    }
}

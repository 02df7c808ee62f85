package org.fourleaf.search;

import java.util.ArrayList;
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

    /** @return how many were taken; none when nothing waits, or another node is at this workspace */
    int some(UUID workspace, int limit) {
        if (!todo.alone(workspace)) {
            return 0;
        }
        List<IndexTodoStore.Todo> taken = todo.take(workspace, limit);
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
        }
        return taken.size();
    }

    boolean putOff(UUID workspace) {
        return todo.putOff(workspace);
    }

    private void tickets(UUID workspace, Set<UUID> tickets) {
        Map<UUID, List<DocumentStore.Known>> before = documents.known(workspace, tickets);
        TicketDocuments made = new TicketDocuments();
        sources.heads(workspace, tickets, made::head);
        sources.messages(workspace, tickets, made::message);
        Map<String, Integer> change = new HashMap<>();
        before.values()
                .forEach(parts ->
                        parts.forEach(part -> part.written().forEach(word -> change.merge(word, -1, Integer::sum))));
        List<DocumentStore.Document> now = made.finish();
        now.forEach(document -> document.words().written().forEach(word -> change.merge(word, 1, Integer::sum)));
        documents.save(workspace, before, now);
        List<UUID> gone = new ArrayList<>(tickets);
        now.forEach(document -> gone.remove(document.ticket()));
        documents.remove(workspace, gone);
        files.await(workspace, tickets);
        change.values().removeIf(n -> n == 0);
        vocabulary.change(workspace, change);
    }
}

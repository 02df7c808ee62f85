package org.fourleaf.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Saves documents. A ticket keeps the period it came in with, however often its words change, so that lists of hits stand still. */
@Component
class DocumentStore {

    /** Documents of a period, some 8 000 messages: searches read whole periods, newest first. */
    static final int DOCUMENTS_OF_A_PERIOD = 2_000;

    /** @param part 0 and, of very long threads, more */
    record Document(UUID ticket, int part, WordVector words) {}

    /** What is in the index already. @param written its words as written */
    record Known(UUID ticket, int part, int period, List<String> written) {}

    private record Placed(Document document, int period) {}

    private final JdbcClient jdbc;

    DocumentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So much may lie unsorted in the index, until the transaction ends. */
    void unsorted(int kilobytes) {
        jdbc.sql("select set_config('gin_pending_list_limit', :kilobytes, true)")
                .param("kilobytes", Integer.toString(kilobytes))
                .query(String.class)
                .single();
    }

    /** All that lies unsorted is sorted. */
    void sort() {
        jdbc.sql("select search_sorted()").query(Long.class).single();
    }

    Map<UUID, List<Known>> known(UUID workspace, Collection<UUID> tickets) {
        Map<UUID, List<Known>> known = new HashMap<>();
        jdbc.sql("""
                        select d.ticket_id, d.part, d.period,
                            array(select w from unnest(tsvector_to_array(d.tokens)) as w where strpos(w, '=') = 0) as written
                        from unnest(cast(:ids as uuid[])) as wanted(id)
                        join search_document d on d.workspace_id = :w and d.ticket_id = wanted.id
                        """)
                .param("w", workspace)
                .param("ids", Sql.bind(tickets))
                .query(Row.as(row -> new Known(
                        row.uuid("ticket_id"), row.number("part"), row.number("period"), row.texts("written"))))
                .list()
                .forEach(one -> known.computeIfAbsent(one.ticket, id -> new ArrayList<>())
                        .add(one));
        return known;
    }

    void save(UUID workspace, Map<UUID, List<Known>> known, List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        Map<UUID, Integer> periods = new HashMap<>();
        known.forEach((ticket, parts) -> periods.put(ticket, parts.getFirst().period));
        long fresh = documents.stream()
                .filter(document -> !periods.containsKey(document.ticket))
                .count();
        long number = fresh == 0 ? 0 : numbersUpTo(workspace, fresh) - fresh;
        List<Placed> placed = new ArrayList<>();
        Map<UUID, Integer> parts = new HashMap<>();
        for (Document document : documents) {
            Integer period = periods.get(document.ticket);
            if (period == null) {
                period = Math.toIntExact(number / DOCUMENTS_OF_A_PERIOD);
                periods.put(document.ticket, period);
            }
            number++;
            placed.add(new Placed(document, period));
            parts.merge(document.ticket, 1, Integer::sum);
        }
        upsert(workspace, placed);
        if (fresh > 0) {
            widen(
                    workspace,
                    placed.stream()
                            .filter(one -> !known.containsKey(one.document.ticket))
                            .toList());
        }
        for (UUID ticket : parts.keySet()) {
            if (known.getOrDefault(ticket, List.of()).size() <= parts.getOrDefault(ticket, 0)) {
                continue;
            }
            jdbc.sql("delete from search_document where workspace_id = :w and ticket_id = :ticket and part >= :parts")
                    .param("w", workspace)
                    .param("ticket", ticket)
                    .param("parts", parts.getOrDefault(ticket, 0))
                    .update();
        }
    }

    void remove(UUID workspace, Collection<UUID> tickets) {
        if (tickets.isEmpty()) {
            return;
        }
        jdbc.sql("delete from search_document where workspace_id = :w and ticket_id = any (:ids)")
                .param("w", workspace)
                .param("ids", Sql.bind(tickets))
                .update();
    }

    /** @return who had other words before: their tickets still hold those */
    List<UUID> saveCustomers(UUID workspace, Collection<UUID> wanted, Map<UUID, WordVector> found) {
        List<UUID> gone = wanted.stream().filter(id -> !found.containsKey(id)).toList();
        if (!gone.isEmpty()) {
            jdbc.sql("delete from search_customer where workspace_id = :w and customer_id = any (:ids)")
                    .param("w", workspace)
                    .param("ids", Sql.bind(gone))
                    .update();
        }
        Columns<Map.Entry<UUID, WordVector>> columns = Columns.of(List.copyOf(found.entrySet()));
        return jdbc.sql("""
                        with written as (
                            insert into search_customer (workspace_id, customer_id, tokens)
                            select :w, id, tokens from unnest(:ids, cast(:tokens as tsvector[])) as d(id, tokens)
                            on conflict (workspace_id, customer_id) do update set tokens = excluded.tokens
                            where search_customer.tokens is distinct from excluded.tokens
                            returning customer_id
                        )
                        select w.customer_id from written w
                        join search_customer before on before.workspace_id = :w and before.customer_id = w.customer_id
                        """)
                .param("w", workspace)
                .param("ids", columns.ids(Map.Entry::getKey))
                .param("tokens", columns.texts(entry -> entry.getValue().literal()))
                .query(UUID.class)
                .list();
    }

    private long numbersUpTo(UUID workspace, long more) {
        return jdbc.sql("""
                        insert into search_size as s (workspace_id, documents) values (:w, :more)
                        on conflict (workspace_id) do update set documents = s.documents + excluded.documents returning documents
                        """)
                .param("w", workspace)
                .param("more", more)
                .query(Long.class)
                .single();
    }

    private void widen(UUID workspace, List<Placed> fresh) {
        Columns<Placed> columns = Columns.of(fresh);
        jdbc.sql("""
                        insert into search_period as p (workspace_id, period, oldest, newest)
                        select :w, d.period, min(t.created_at), max(t.created_at)
                        from unnest(:tickets, cast(:periods as int[])) as d(ticket_id, period)
                        join ticket t on t.workspace_id = :w and t.id = d.ticket_id
                        group by d.period order by d.period
                        on conflict (workspace_id, period) do update
                        set oldest = least(p.oldest, excluded.oldest), newest = greatest(p.newest, excluded.newest)
                        where excluded.oldest < p.oldest or excluded.newest > p.newest
                        """)
                .param("w", workspace)
                .param("tickets", columns.ids(one -> one.document.ticket))
                .param("periods", columns.numbers(Placed::period))
                .update();
    }

    private void upsert(UUID workspace, List<Placed> placed) {
        Columns<Placed> columns = Columns.of(placed);
        jdbc.sql("""
                        insert into search_document (workspace_id, ticket_id, part, period, tokens)
                        select :w, d.* from unnest(:tickets, cast(:parts as smallint[]), cast(:periods as int[]),
                            cast(:tokens as tsvector[])) as d(ticket_id, part, period, tokens)
                        on conflict (workspace_id, ticket_id, part) do update set tokens = excluded.tokens
                        where search_document.tokens is distinct from excluded.tokens
                        """)
                .param("w", workspace)
                .param("tickets", columns.ids(one -> one.document.ticket))
                .param("parts", columns.numbers(one -> one.document.part))
                .param("periods", columns.numbers(Placed::period))
                .param("tokens", columns.texts(one -> one.document.words.literal()))
                .update();
    }
}

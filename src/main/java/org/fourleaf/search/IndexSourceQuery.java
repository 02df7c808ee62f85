package org.fourleaf.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is to be indexed. Messages are streamed: a thread may be longer than memory. */
@Component
class IndexSourceQuery {

    /** Of a longer message or file the words up to here are found. */
    private static final int TEXT_LENGTH_MAX = 100_000;

    private static final int FETCH_ROWS = 200;

    private final JdbcClient jdbc;

    IndexSourceQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void heads(UUID workspace, Collection<UUID> tickets, Consumer<TicketDocuments.Head> each) {
        jdbc.sql("""
                        select t.id, t.code, t.subject, c.name as customer, o.name as company,
                            array(select a.address from customer_address a
                                where a.workspace_id = :w and a.customer_id = c.id order by a.address limit 20) as addresses,
                            array(select g.tag_id from ticket_tag g where g.workspace_id = :w and g.ticket_id = t.id) as tags
                        from unnest(cast(:ids as uuid[])) as wanted(id)
                        join ticket t on t.workspace_id = :w and t.id = wanted.id
                        join customer c on c.workspace_id = :w and c.id = t.customer_id
                        left join company o on o.workspace_id = :w and o.id = t.company_id
                        """)
                .param("w", workspace)
                .param("ids", Sql.bind(tickets))
                .query(Row.as(row -> new TicketDocuments.Head(
                        row.uuid("id"),
                        row.text("code"),
                        row.text("subject"),
                        row.text("customer"),
                        row.texts("addresses"),
                        row.textOrNull("company"),
                        row.uuids("tags"))))
                .list()
                .forEach(each);
    }

    void messages(UUID workspace, Collection<UUID> tickets, Consumer<TicketDocuments.Said> each) {
        jdbc.sql("""
                        select m.ticket_id, m.direction, m.author_name, m.author_address, m.to_addresses,
                            left(m.text, :max) as text,
                            case when t.has_attachments then (
                                select string_agg(a.name || ' ' || coalesce(f.text, ''), ' ' order by a.id)
                                from attachment a
                                left join search_file f on f.workspace_id = :w and f.hash = a.hash and f.state = 2
                                where a.workspace_id = :w and a.message_id = m.id
                            ) end as files
                        from unnest(cast(:ids as uuid[])) as wanted(id)
                        join ticket t on t.workspace_id = :w and t.id = wanted.id
                        join message m on m.workspace_id = :w and m.ticket_id = t.id
                        order by m.ticket_id, m.id
                        """)
                .withFetchSize(FETCH_ROWS)
                .param("w", workspace)
                .param("ids", Sql.bind(tickets))
                .param("max", TEXT_LENGTH_MAX)
                .query((set) -> {
                    Row row = new Row(set);
                    each.accept(new TicketDocuments.Said(
                            row.uuid("ticket_id"),
                            row.number("direction") == 1,
                            row.text("author_name"),
                            row.textOrNull("author_address"),
                            row.texts("to_addresses"),
                            row.text("text"),
                            row.textOrNull("files")));
                });
    }

    /** Those there still are. */
    Map<UUID, WordVector> customers(UUID workspace, Collection<UUID> customers) {
        Map<UUID, WordVector> found = new HashMap<>();
        jdbc.sql("""
                        select c.id, c.name, o.name as company, c.phones, c.groups,
                            array(select a.address from customer_address a
                                where a.workspace_id = :w and a.customer_id = c.id order by a.address limit 100) as addresses
                        from unnest(cast(:ids as uuid[])) as wanted(id)
                        join customer c on c.workspace_id = :w and c.id = wanted.id
                        left join company o on o.workspace_id = :w and o.id = c.company_id
                        """).param("w", workspace).param("ids", Sql.bind(customers)).query((set) -> {
            Row row = new Row(set);
            WordVector words = new WordVector();
            words.add(row.text("name"));
            row.texts("addresses").forEach(words::add);
            row.texts("phones").forEach(words::add);
            row.texts("groups").forEach(words::add);
            String company = row.textOrNull("company");
            if (company != null) {
                words.add(company);
            }
            found.put(row.uuid("id"), words);
        });
        return found;
    }
}

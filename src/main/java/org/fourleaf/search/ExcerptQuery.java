package org.fourleaf.search;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.tickets.MessageType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What hits say: of each ticket the newest message with the words in it. */
@Component
class ExcerptQuery {

    private static final int MESSAGES_LOOKED_AT_MAX = 30;
    private static final int TEXT_LOOKED_AT_MAX = 20_000;

    /** A message of a ticket. @param type what kind of entry it is */
    record Said(UUID message, MessageType type, String author, Instant at, Marks.Excerpt excerpt) {}

    private record Read(String code, UUID message, int type, String author, Instant at, String text) {}

    private final JdbcClient jdbc;

    ExcerptQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By ticket code. */
    Map<String, Said> of(UUID workspace, Collection<String> codes, Set<String> lit) {
        Map<String, Said> found = new LinkedHashMap<>();
        if (codes.isEmpty() || lit.isEmpty()) {
            return found;
        }
        List<Read> read = jdbc.sql("""
                        select t.code, m.id, m.type, m.author_name, m.at, m.text
                        from unnest(:codes) as wanted(code)
                        join ticket t on t.workspace_id = :w and t.code = wanted.code
                        cross join lateral (
                            select id, type, author_name, at, left(coalesce(new_text, text), :length) as text from message
                            where workspace_id = :w and ticket_id = t.id order by at desc, id desc limit :messages) as m
                        """)
                .param("w", workspace)
                .param("codes", Sql.bind(codes))
                .param("length", TEXT_LOOKED_AT_MAX)
                .param("messages", MESSAGES_LOOKED_AT_MAX)
                .query(Row.as(row -> new Read(
                        row.text("code"),
                        row.uuid("id"),
                        row.number("type"),
                        row.text("author_name"),
                        row.instant("at"),
                        row.text("text"))))
                .list();
        for (Read one : read) {
            if (!found.containsKey(one.code) && Marks.mayHold(one.text, lit)) {
                Marks.Excerpt excerpt = Marks.excerpt(one.text, lit);
                if (!excerpt.marks().isEmpty()) {
                    found.put(
                            one.code, new Said(one.message, MessageType.ofCode(one.type), one.author, one.at, excerpt));
                }
            }
        }
        return found;
    }
}

package org.fourleaf.platform.log;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.platform.database.Columns;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what an activity says in words. The log is never changed, so it only points here, where words can be erased. */
@Component
public class ActivityWords {

    /** Under this name the id stands in the log's facts. */
    public static final String FACT = "words";

    /** A phone number, a comment, or both. */
    public record Words(
            UUID id,
            @Nullable UUID customer,
            @Nullable String number,
            @Nullable String comment) {}

    private final JdbcClient jdbc;

    ActivityWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID workspace, List<Words> said) {
        if (said.isEmpty()) {
            return;
        }
        Columns<Words> columns = Columns.of(said);
        jdbc.sql("""
                        insert into activity_words (workspace_id, id, customer_id, number, comment)
                        select :w, n.* from unnest(:ids, :customers, :numbers, :comments) as n
                        """)
                .param("w", workspace)
                .param("ids", columns.ids(Words::id))
                .param("customers", columns.ids(Words::customer))
                .param("numbers", columns.texts(Words::number))
                .param("comments", columns.texts(Words::comment))
                .update();
    }

    @Transactional(readOnly = true)
    public Map<UUID, Words> find(UUID workspace, Collection<UUID> ids) {
        Map<UUID, Words> found = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("""
                            select id, customer_id, number, comment from activity_words where workspace_id = :w and id = any (:ids)
                            """)
                    .param("w", workspace)
                    .param("ids", Sql.bind(ids))
                    .query(Row.as(row -> new Words(
                            row.uuid("id"),
                            row.uuidOrNull("customer_id"),
                            row.textOrNull("number"),
                            row.textOrNull("comment"))))
                    .list()
                    .forEach(words -> found.put(words.id(), words));
        }
        return found;
    }
}

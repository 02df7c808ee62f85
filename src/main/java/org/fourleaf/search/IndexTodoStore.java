package org.fourleaf.search;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits to be indexed anew, in the order it was asked for; what may wait longer behind all else. */
@Component
class IndexTodoStore {

    static final int TICKET = 1;
    static final int CUSTOMER = 2;
    private static final int FAILURES_MAX = 5;

    /** @param kind {@link #TICKET} or {@link #CUSTOMER} */
    record Todo(int kind, UUID subject) {}

    private final JdbcClient jdbc;

    IndexTodoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param later it may wait until nothing fresh does */
    void add(UUID workspace, int kind, Collection<UUID> subjects, boolean later) {
        if (subjects.isEmpty()) {
            return;
        }
        jdbc.sql(
                        "insert into search_todo (workspace_id, kind, subject_id, later) select :w, :kind, id, :later from unnest(:ids) as id")
                .param("w", workspace)
                .param("kind", kind)
                .param("later", later)
                .param("ids", Sql.bind(subjects))
                .update();
    }

    void addTicketsOf(UUID workspace, Collection<UUID> customers) {
        if (customers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into search_todo (workspace_id, kind, subject_id, later)
                        select :w, 1, id, true from ticket where workspace_id = :w and customer_id = any (:customers)
                        """)
                .param("w", workspace)
                .param("customers", Sql.bind(customers))
                .update();
    }

    /** Reads all messages: there is no index by author. */
    void addTicketsAnsweredBy(UUID workspace, UUID agent) {
        jdbc.sql("""
                        insert into search_todo (workspace_id, kind, subject_id, later)
                        select distinct :w, 1, ticket_id, true from message
                        where workspace_id = :w and author_kind = 1 and author_id = :agent
                        """).param("w", workspace).param("agent", agent).update();
    }

    void addEverybodyOf(UUID workspace, Collection<UUID> companies) {
        if (companies.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into search_todo (workspace_id, kind, subject_id, later)
                        select :w, 2, c.id, true from customer c where c.workspace_id = :w and c.company_id = any (:companies)
                        union all
                        select :w, 1, t.id, true from customer c join ticket t on t.workspace_id = :w and t.customer_id = c.id
                        where c.workspace_id = :w and c.company_id = any (:companies)
                        """)
                .param("w", workspace)
                .param("companies", Sql.bind(companies))
                .update();
    }

    List<UUID> workspacesWithWork() {
        return jdbc.sql("select workspaces_with_search_todo()")
                .query(UUID.class)
                .list();
    }

    /** Until the transaction ends nobody else indexes this workspace: numbers and words are counted without conflict. */
    boolean alone(UUID workspace) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('search ' || :w, 0))")
                .param("w", workspace.toString())
                .query(Boolean.class)
                .single();
    }

    List<Todo> take(UUID workspace, boolean later, int limit) {
        return jdbc.sql("""
                        delete from search_todo where workspace_id = :w and later = :later and id = any (array(
                            select id from search_todo where workspace_id = :w and later = :later order by id limit :limit))
                        returning kind, subject_id
                        """)
                .param("w", workspace)
                .param("later", later)
                .param("limit", limit)
                .query(Row.as(row -> new Todo(row.number("kind"), row.uuid("subject_id"))))
                .list();
    }

    /** The first one could not be indexed: to the end with it, and after some tries away. @return whether it was given up */
    boolean putOff(UUID workspace) {
        return jdbc.sql("""
                        with failed as (
                            delete from search_todo where workspace_id = :w and (later, id) = (
                                select later, id from search_todo where workspace_id = :w order by later, id limit 1)
                            returning kind, subject_id, failures
                        ), again as (
                            insert into search_todo (workspace_id, kind, subject_id, later, failures)
                            select :w, kind, subject_id, true, failures + 1 from failed where failures < :max
                            returning 1
                        )
                        select not exists (select 1 from again)
                        """)
                .param("w", workspace)
                .param("max", FAILURES_MAX)
                .query(Boolean.class)
                .single();
    }
}

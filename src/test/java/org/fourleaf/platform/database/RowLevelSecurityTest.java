package org.fourleaf.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.fourleaf.platform.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The written list of ADR 0002 is the truth: every other table is protected, and the pool's role can't look past it. */
class RowLevelSecurityTest {

    private static final List<String> OUTSIDE = List.of(
            "workspace", "reader", "scheduled_tasks", "flyway_schema_history", "search_document", "search_customer");

    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
    private final JdbcClient app = JdbcClient.create(TestDatabase.app());

    @Test
    void every_table_but_the_listed_few_is_enabled_and_forced() {
        assertThat(owner.sql("""
                                select c.relname as name from pg_class c
                                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                                    and not (c.relrowsecurity and c.relforcerowsecurity)
                                """).query(Row.as(row -> row.text("name"))).list())
                .containsExactlyInAnyOrderElementsOf(OUTSIDE);
    }

    @Test
    void every_protected_table_has_the_workspace_first_in_its_key() {
        assertThat(owner.sql("""
                                select c.relname as name from pg_class c
                                join pg_index i on i.indrelid = c.oid and i.indisprimary
                                join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
                                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
                                    and a.attname <> 'workspace_id'
                                """).query(Row.as(row -> row.text("name"))).list()).isEmpty();
    }

    @Test
    void a_query_without_a_workspace_sees_nothing_and_writes_nothing() {
        owner.sql("insert into tag (workspace_id, id, name, name_key) values (:w, :id, 'Wall', 'wall')")
                .param("w", Ids.next())
                .param("id", Ids.next())
                .update();
        assertThat(app.sql("select id from tag")
                        .query(Row.as(row -> row.uuid("id")))
                        .list())
                .isEmpty();
        assertThatThrownBy(
                        () -> app.sql("insert into tag (workspace_id, id, name, name_key) values (:w, :id, 'x', 'x')")
                                .param("w", Ids.next())
                                .param("id", Ids.next())
                                .update())
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void the_pools_role_can_neither_truncate_nor_reach_partitions_nor_change_the_log() {
        for (String statement : List.of(
                "truncate ticket",
                "select * from log_" + YearMonth.now(ZoneOffset.UTC).toString().replace('-', '_'),
                "update log set kind = 1",
                "delete from log",
                "alter table ticket disable row level security",
                "set role fourleaf_owner")) {
            assertThatThrownBy(() -> app.sql(statement).update())
                    .as(statement)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }
}

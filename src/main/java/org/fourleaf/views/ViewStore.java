package org.fourleaf.views;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves views, whom they are shared with, and where each agent put them. */
@Component
class ViewStore {

    /** Where those stand that an agent has not put anywhere: after the others. */
    private static final int UNPLACED = 1_000_000;

    private static final String SELECT = """
            select v.id, v.name, v.name_key, v.owner_id, v.sharing, v.condition, v.columns, v.sort, v.version, coalesce(p.place, %d) as place,
                array(select s.target_id from view_share s
                    where s.workspace_id = v.workspace_id and s.view_id = v.id and s.kind = 1 order by s.target_id) as agents,
                array(select s.target_id from view_share s
                    where s.workspace_id = v.workspace_id and s.view_id = v.id and s.kind = 2 order by s.target_id) as departments
            from saved_view v
            left join view_place p on p.workspace_id = v.workspace_id and p.view_id = v.id and p.agent_id = ?
            where v.workspace_id = ?
            """.formatted(UNPLACED);

    /** A view and where the agent put it. */
    record Placed(View view, int place, String key) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ViewStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Those an agent finds, in the agent's order. */
    List<Placed> page(UUID workspace, UUID agent, @Nullable Cursor after, int limit) {
        Sql sql = visible(workspace, agent);
        if (after != null) {
            sql.add(
                    "and (coalesce(p.place, " + UNPLACED + "), v.name_key, v.id) > (?, ?, ?)",
                    Math.clamp(after.number(0), 0, UNPLACED),
                    after.text(1),
                    after.id(2));
        }
        return sql.add("order by place, v.name_key, v.id limit ?", limit)
                .on(jdbc)
                .query(Row.as(row -> new Placed(view(row), row.number("place"), row.text("name_key"))))
                .list();
    }

    Optional<View> find(UUID workspace, UUID agent, UUID id) {
        return visible(workspace, agent)
                .add("and v.id = ?", id)
                .on(jdbc)
                .query(Row.as(this::view))
                .optional();
    }

    private static Sql visible(UUID workspace, UUID agent) {
        return Sql.of(SELECT, agent, workspace).add("""
                        and (v.sharing = 3 or v.owner_id = ? or (v.sharing = 2 and exists (
                            select 1 from view_share s where s.workspace_id = ? and s.view_id = v.id
                                and ((s.kind = 1 and s.target_id = ?) or (s.kind = 2 and exists (
                                    select 1 from department_member m where m.workspace_id = ?
                                        and m.department_id = s.target_id and m.agent_id = ?))))))
                        """, agent, workspace, agent, workspace, agent);
    }

    int countOf(UUID workspace, UUID owner) {
        return jdbc.sql("select count(*) as n from saved_view where workspace_id = :w and owner_id = :owner")
                .param("w", workspace)
                .param("owner", owner)
                .query(Row.as(row -> row.number("n")))
                .single();
    }

    void insert(UUID workspace, View view) {
        jdbc.sql("""
                        insert into saved_view (workspace_id, id, name, name_key, owner_id, sharing, condition, columns, sort, created_at)
                        values (:w, :id, :name, :key, :owner, :sharing, cast(:condition as jsonb), :columns, :sort, :now)
                        """)
                .param("w", workspace)
                .param("id", view.id())
                .param("name", view.name())
                .param("key", Texts.key(view.name()))
                .param("owner", view.owner())
                .param("sharing", view.sharing().code())
                .param("condition", json.writeValueAsString(view.condition()))
                .param("columns", view.columns().toArray(String[]::new))
                .param("sort", view.sort())
                .param("now", Sql.bind(clock.instant()))
                .update();
        share(workspace, view);
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, View view) {
        boolean updated = jdbc.sql("""
                        update saved_view set name = :name, name_key = :key, sharing = :sharing, condition = cast(:condition as jsonb),
                            columns = :columns, sort = :sort, version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """)
                        .param("w", workspace)
                        .param("id", view.id())
                        .param("name", view.name())
                        .param("key", Texts.key(view.name()))
                        .param("sharing", view.sharing().code())
                        .param("condition", json.writeValueAsString(view.condition()))
                        .param("columns", view.columns().toArray(String[]::new))
                        .param("sort", view.sort())
                        .param("version", view.version())
                        .update()
                == 1;
        if (updated) {
            jdbc.sql("delete from view_share where workspace_id = :w and view_id = :id")
                    .param("w", workspace)
                    .param("id", view.id())
                    .update();
            share(workspace, view);
        }
        return updated;
    }

    private void share(UUID workspace, View view) {
        share(workspace, view.id(), 1, view.agents());
        share(workspace, view.id(), 2, view.departments());
    }

    private void share(UUID workspace, UUID view, int kind, List<UUID> targets) {
        if (!targets.isEmpty()) {
            jdbc.sql("""
                            insert into view_share (workspace_id, view_id, kind, target_id)
                            select :w, :view, :kind, target from unnest(cast(:targets as uuid[])) as target on conflict do nothing
                            """)
                    .param("w", workspace)
                    .param("view", view)
                    .param("kind", kind)
                    .param("targets", Sql.bind(targets))
                    .update();
        }
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("delete from saved_view where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    /** In this order; those not named follow by name. */
    void place(UUID workspace, UUID agent, List<UUID> views) {
        jdbc.sql("delete from view_place where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .update();
        jdbc.sql("""
                        insert into view_place (workspace_id, agent_id, view_id, place)
                        select :w, :agent, v.id, cast(wanted.place as int) from unnest(cast(:views as uuid[])) with ordinality as wanted(id, place)
                        join saved_view v on v.workspace_id = :w and v.id = wanted.id
                        on conflict do nothing
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("views", views.toArray(UUID[]::new))
                .update();
    }

    private View view(Row row) throws SQLException {
        return new View(
                row.uuid("id"),
                row.text("name"),
                row.uuid("owner_id"),
                Sharing.ofCode(row.number("sharing")),
                row.uuids("agents"),
                row.uuids("departments"),
                json.readValue(row.text("condition"), ConditionForm.class),
                row.texts("columns"),
                row.text("sort"),
                row.big("version"));
    }
}

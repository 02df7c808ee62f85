package org.fourleaf.contests;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.game.Direction;
import org.fourleaf.game.QualityGate;
import org.fourleaf.game.TieRule;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves contests. */
@Component
class ContestStore {

    private static final TypeReference<List<Prize>> PRIZES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ContestStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Contest> find(UUID workspace, UUID id) {
        return jdbc.sql("select * from contest where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(this::contest))
                .optional();
    }

    /** None, too, while another node is at it. */
    Optional<Contest> lock(UUID workspace, UUID id) {
        return jdbc.sql("select * from contest where workspace_id = :w and id = :id for update skip locked")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(this::contest))
                .optional();
    }

    /** Those that can open, close or be finalised on a day. */
    List<UUID> due(UUID workspace, LocalDate today) {
        return jdbc.sql("""
                        select id from contest where workspace_id = :w and finalised_at is null and cancelled_at is null
                            and (closed_at is not null or (opened_at is null and first_day <= :today) or last_day < :today)
                        order by first_day, id limit :max
                        """)
                .param("w", workspace)
                .param("today", number(today))
                .param("max", Contest.UNDER_WAY_MAX)
                .query(Row.as(row -> row.uuid("id")))
                .list();
    }

    int underWay(UUID workspace) {
        return jdbc.sql("""
                        select count(*) from contest where workspace_id = :w and finalised_at is null and cancelled_at is null
                        """).param("w", workspace).query(Integer.class).single();
    }

    /** Open ones, those that end first first. */
    List<Contest> open(UUID workspace, int max) {
        return jdbc.sql("""
                        select * from contest where workspace_id = :w and finalised_at is null and cancelled_at is null
                            and opened_at is not null order by last_day, id limit :max
                        """)
                .param("w", workspace)
                .param("max", max)
                .query(Row.as(this::contest))
                .list();
    }

    /** The latest first. @param state none for all */
    List<Contest> page(UUID workspace, @Nullable ContestState state, Slice slice) {
        Cursor after = slice.after(2);
        Sql sql = Sql.of("select * from contest where workspace_id = ?", workspace);
        if (state != null) {
            sql.add(
                    switch (state) {
                        case CANCELLED -> "and cancelled_at is not null";
                        case FINALISED -> "and finalised_at is not null";
                        case CLOSED -> "and closed_at is not null and finalised_at is null and cancelled_at is null";
                        case OPEN ->
                            "and opened_at is not null and closed_at is null and finalised_at is null and cancelled_at is null";
                        case PLANNED -> "and opened_at is null and finalised_at is null and cancelled_at is null";
                    });
        }
        if (after != null) {
            sql.add("and (first_day, id) < (?, ?)", after.number(0), after.id(1));
        }
        return sql.add("order by first_day desc, id desc limit ?", slice.fetch())
                .on(jdbc)
                .query(Row.as(this::contest))
                .list();
    }

    List<Contest> byIds(UUID workspace, List<UUID> ids) {
        return jdbc.sql("select * from contest where workspace_id = :w and id = any (:ids)")
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .query(Row.as(this::contest))
                .list();
    }

    void insert(UUID workspace, Contest contest) {
        values(workspace, contest, jdbc.sql("""
                        insert into contest (workspace_id, id, name, text, metric, direction, among, participants, first_day, last_day,
                            team_value, tie_rule, minimum_sample, gate, prizes, created_at)
                        values (:w, :id, :name, :text, :metric, :direction, :among, :participants, :first, :last, :team, :tie, :sample,
                            cast(:gate as jsonb), cast(:prizes as jsonb), :created)
                        """).param("created", Sql.bind(contest.createdAt())))
                .update();
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, Contest contest) {
        return values(workspace, contest, jdbc.sql("""
                        update contest set name = :name, text = :text, metric = :metric, direction = :direction, among = :among,
                            participants = :participants, first_day = :first, last_day = :last, team_value = :team, tie_rule = :tie,
                            minimum_sample = :sample, gate = cast(:gate as jsonb), prizes = cast(:prizes as jsonb), version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """).param("version", contest.version()))
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec values(UUID workspace, Contest contest, JdbcClient.StatementSpec sql) {
        return sql.param("w", workspace)
                .param("id", contest.id())
                .param("name", contest.name())
                .param("text", contest.text())
                .param("metric", contest.metric())
                .param("direction", contest.direction().code())
                .param("among", contest.among().code())
                .param("participants", contest.participants().toArray(UUID[]::new))
                .param("first", number(contest.firstDay()))
                .param("last", number(contest.lastDay()))
                .param("team", contest.teamValue().code())
                .param("tie", contest.tieRule().code())
                .param("sample", contest.minimumSample())
                .param("gate", contest.gate() == null ? null : json.writeValueAsString(contest.gate()))
                .param("prizes", json.writeValueAsString(contest.prizes()));
    }

    void opened(UUID workspace, UUID id, Instant at) {
        set(workspace, id, "opened_at = :at", at);
    }

    void closed(UUID workspace, UUID id, Instant at, String bound) {
        jdbc.sql("""
                        update contest set closed_at = :at, bound = :bound, version = version + 1 where workspace_id = :w and id = :id
                        """)
                .param("w", workspace)
                .param("id", id)
                .param("at", Sql.bind(at))
                .param("bound", bound)
                .update();
    }

    void finalised(UUID workspace, UUID id, Instant at) {
        set(workspace, id, "finalised_at = :at", at);
    }

    void cancelled(UUID workspace, UUID id, Instant at) {
        set(workspace, id, "cancelled_at = :at", at);
    }

    private void set(UUID workspace, UUID id, String what, Instant at) {
        jdbc.sql("update contest set " + what + ", version = version + 1 where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .param("at", Sql.bind(at))
                .update();
    }

    void delete(UUID workspace, UUID id) {
        jdbc.sql("delete from contest where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .update();
    }

    private static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    private Contest contest(Row row) throws SQLException {
        String gate = row.textOrNull("gate");
        return new Contest(
                row.uuid("id"),
                row.text("name"),
                row.text("text"),
                row.text("metric"),
                Direction.ofCode(row.number("direction")),
                Among.ofCode(row.number("among")),
                row.uuids("participants"),
                LocalDate.ofEpochDay(row.number("first_day")),
                LocalDate.ofEpochDay(row.number("last_day")),
                TeamValue.ofCode(row.number("team_value")),
                TieRule.ofCode(row.number("tie_rule")),
                row.number("minimum_sample"),
                gate == null ? null : json.readValue(gate, QualityGate.class),
                json.readValue(row.text("prizes"), PRIZES),
                row.instant("created_at"),
                row.instantOrNull("opened_at"),
                row.instantOrNull("closed_at"),
                row.textOrNull("bound"),
                row.instantOrNull("finalised_at"),
                row.instantOrNull("cancelled_at"),
                row.big("version"));
    }
}

package org.fourleaf.badges;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves pasts that are played. */
@Component
class BadgePlayStore {

    private static final RowMapper<BadgePlay> PLAY = Row.as(BadgePlayStore::play);

    private final JdbcClient jdbc;

    BadgePlayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether no other one is under way */
    boolean insert(UUID workspace, BadgePlay play, @Nullable UUID by) {
        return jdbc.sql("""
                        insert into badge_play (workspace_id, id, from_day, to_day, badges, asked_by, asked_at)
                        values (:w, :id, :from, :to, :badges, :by, :at) on conflict (workspace_id) where ended_at is null do nothing
                        """)
                        .param("w", workspace)
                        .param("id", play.id())
                        .param("from", Math.toIntExact(play.from().toEpochDay()))
                        .param("to", Math.toIntExact(play.to().toEpochDay()))
                        .param("badges", play.badges().toArray(String[]::new))
                        .param("by", by)
                        .param("at", Sql.bind(play.askedAt()))
                        .update()
                == 1;
    }

    /** Newest first. */
    List<BadgePlay> latest(UUID workspace, int max) {
        return jdbc.sql("select * from badge_play where workspace_id = :w order by asked_at desc, id desc limit :max")
                .param("w", workspace)
                .param("max", max)
                .query(PLAY)
                .list();
    }

    /** The one under way, unless another node is at it. */
    Optional<BadgePlay> take(UUID workspace) {
        return jdbc.sql("select * from badge_play where workspace_id = :w and ended_at is null for update skip locked")
                .param("w", workspace)
                .query(PLAY)
                .optional();
    }

    void proceed(UUID workspace, UUID id, int awards) {
        jdbc.sql(
                        "update badge_play set done = done + 1, awards = awards + :awards where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .param("awards", awards)
                .update();
    }

    void end(UUID workspace, UUID id, Instant at) {
        jdbc.sql("update badge_play set ended_at = :at where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .param("at", Sql.bind(at))
                .update();
    }

    private static BadgePlay play(Row row) throws SQLException {
        return new BadgePlay(
                row.uuid("id"),
                LocalDate.ofEpochDay(row.number("from_day")),
                LocalDate.ofEpochDay(row.number("to_day")),
                List.of((String[]) row.set().getArray("badges").getArray()),
                row.number("done"),
                row.number("awards"),
                row.instant("asked_at"),
                row.instantOrNull("ended_at"));
    }
}

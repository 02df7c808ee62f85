package org.fourleaf.badges;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves the secrets of random badges' days, and what was drawn with them. */
@Component
class DrawStore {

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    DrawStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the secrets that are not there yet, for so many days from one on. */
    void publish(UUID workspace, String badge, LocalDate from, int days, Instant now) {
        for (int i = 0; i < days; i++) {
            byte[] secret = new byte[LuckyDraw.SECRET_BYTES];
            random.nextBytes(secret);
            jdbc.sql("""
                            insert into draw_secret (workspace_id, badge_id, day, secret, published_at)
                            values (:w, :badge, :day, :secret, :now) on conflict do nothing
                            """)
                    .param("w", workspace)
                    .param("badge", badge)
                    .param("day", number(from.plusDays(i)))
                    .param("secret", secret)
                    .param("now", Sql.bind(now))
                    .update();
        }
    }

    /** Of a day that is not drawn yet. */
    Optional<byte[]> secret(UUID workspace, String badge, LocalDate day) {
        return jdbc.sql("""
                        select secret from draw_secret
                        where workspace_id = :w and badge_id = :badge and day = :day and drawn_at is null
                        """)
                .param("w", workspace)
                .param("badge", badge)
                .param("day", number(day))
                .query(Row.as(row -> row.bytes("secret")))
                .optional();
    }

    void drawn(
            UUID workspace,
            String badge,
            LocalDate day,
            Collection<UUID> candidates,
            int chanceIn,
            @Nullable UUID winner,
            Instant now) {
        jdbc.sql("""
                        update draw_secret set drawn_at = :now, candidates = :candidates, chance_in = :chance,
                            winner_id = cast(:winner as uuid)
                        where workspace_id = :w and badge_id = :badge and day = :day
                        """)
                .param("w", workspace)
                .param("badge", badge)
                .param("day", number(day))
                .param("candidates", candidates.toArray(UUID[]::new))
                .param("chance", chanceIn)
                .param("winner", winner)
                .param("now", Sql.bind(now))
                .update();
    }

    /** By day, ascending; what is not drawn yet keeps its secret. */
    List<Draw> between(UUID workspace, String badge, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select * from draw_secret
                        where workspace_id = :w and badge_id = :badge and day >= :from and day < :to order by day
                        """)
                .param("w", workspace)
                .param("badge", badge)
                .param("from", number(from))
                .param("to", number(to))
                .query(Row.as(DrawStore::draw))
                .list();
    }

    private static Draw draw(Row row) throws SQLException {
        byte[] secret = row.bytes("secret");
        Instant drawnAt = row.instantOrNull("drawn_at");
        return new Draw(
                LocalDate.ofEpochDay(row.number("day")),
                LuckyDraw.hash(secret),
                row.instant("published_at"),
                drawnAt,
                drawnAt == null ? null : HexFormat.of().formatHex(secret),
                drawnAt == null ? null : row.uuids("candidates"),
                drawnAt == null ? null : row.numberOrNull("chance_in"),
                row.uuidOrNull("winner_id"));
    }

    private static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}

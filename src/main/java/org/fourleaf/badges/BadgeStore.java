package org.fourleaf.badges;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.game.Direction;
import org.fourleaf.game.GameWords;
import org.fourleaf.game.QualityGate;
import org.fourleaf.game.TieRule;
import org.fourleaf.metrics.FigureFilter;
import org.fourleaf.platform.database.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves badges. */
@Component
class BadgeStore {

    private static final TypeReference<Map<String, GameWords>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<EnumMap<Tier, Double>> TIERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BadgeStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Badge> all(UUID workspace) {
        return jdbc.sql("select * from badge where workspace_id = :w order by place, id limit :max")
                .param("w", workspace)
                .param("max", Badge.BADGES_MAX)
                .query(Row.as(this::badge))
                .list();
    }

    Optional<Badge> find(UUID workspace, String id) {
        return jdbc.sql("select * from badge where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(this::badge))
                .optional();
    }

    /** @return whether there was none of this id */
    boolean insert(UUID workspace, Badge badge) {
        return values(workspace, badge, jdbc.sql("""
                        insert into badge (workspace_id, id, place, shipped, picture, polarity, kind, metric, direction, time_window,
                            minimum_sample, minimum_value, holders_max, tie_rule, gate, visibility, active, tiers, chance_in, texts,
                            scope, department_id, filters, points, coins, face, made)
                        values (:w, :id, :place, :shipped, :picture, :polarity, :kind, :metric, :direction, :window,
                            :sample, :value, :holders, :tie, cast(:gate as jsonb), :visibility, :active, cast(:tiers as jsonb), :chance,
                            cast(:texts as jsonb), :scope, cast(:department as uuid), cast(:filters as jsonb), :points, :coins, :face, :made)
                        on conflict do nothing
                        """).param("shipped", badge.shipped()))
                        .update()
                == 1;
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, Badge badge) {
        return values(workspace, badge, jdbc.sql("""
                        update badge set place = :place, picture = :picture, polarity = :polarity, kind = :kind, metric = :metric,
                            direction = :direction, time_window = :window, minimum_sample = :sample, minimum_value = :value,
                            holders_max = :holders, tie_rule = :tie, gate = cast(:gate as jsonb), visibility = :visibility,
                            active = :active, tiers = cast(:tiers as jsonb), chance_in = :chance, texts = cast(:texts as jsonb),
                            scope = :scope, department_id = cast(:department as uuid), filters = cast(:filters as jsonb),
                            points = :points, coins = :coins, face = :face, version = version + 1
                        where workspace_id = :w and id = :id and version = :version
                        """).param("version", badge.version()))
                        .update()
                == 1;
    }

    void delete(UUID workspace, String id) {
        for (String table : List.of(
                "badge_picture where badge_id",
                "badge_award where badge_id",
                "draw_secret where badge_id",
                "badge where id")) {
            jdbc.sql("delete from " + table + " = :id and workspace_id = :w")
                    .param("w", workspace)
                    .param("id", id)
                    .update();
        }
    }

    private JdbcClient.StatementSpec values(UUID workspace, Badge badge, JdbcClient.StatementSpec statement) {
        return statement
                .param("w", workspace)
                .param("id", badge.id())
                .param("place", badge.place())
                .param("picture", badge.picture())
                .param("polarity", badge.polarity().code())
                .param("kind", badge.kind().code())
                .param("metric", badge.metric())
                .param("direction", badge.direction().code())
                .param("window", badge.window().code())
                .param("sample", badge.minimumSample())
                .param("value", badge.minimumValue())
                .param("holders", badge.holdersMax())
                .param("tie", badge.tieRule().code())
                .param("gate", badge.gate() == null ? null : json.writeValueAsString(badge.gate()))
                .param("visibility", badge.visibility().code())
                .param("active", badge.active())
                .param("tiers", badge.tiers().isEmpty() ? null : json.writeValueAsString(badge.tiers()))
                .param("chance", badge.chanceIn())
                .param("texts", json.writeValueAsString(badge.texts()))
                .param("scope", badge.reach().scope().code())
                .param("department", badge.reach().department())
                .param("filters", json.writeValueAsString(badge.reach().filter()))
                .param("points", badge.prize().points())
                .param("coins", badge.prize().coins())
                .param("face", badge.face())
                .param("made", Math.toIntExact(badge.made().toEpochDay()));
    }

    private Badge badge(Row row) throws SQLException {
        @Nullable String gate = row.textOrNull("gate");
        @Nullable String tiers = row.textOrNull("tiers");
        return new Badge(
                row.text("id"),
                row.number("place"),
                row.flag("shipped"),
                row.text("picture"),
                Polarity.ofCode(row.number("polarity")),
                BadgeKind.ofCode(row.number("kind")),
                row.text("metric"),
                Direction.ofCode(row.number("direction")),
                BadgeWindow.ofCode(row.number("time_window")),
                row.number("minimum_sample"),
                row.set().getDouble("minimum_value"),
                row.number("holders_max"),
                TieRule.ofCode(row.number("tie_rule")),
                gate == null ? null : json.readValue(gate, QualityGate.class),
                Visibility.ofCode(row.number("visibility")),
                row.flag("active"),
                tiers == null ? Map.of() : json.readValue(tiers, TIERS),
                row.number("chance_in"),
                json.readValue(row.text("texts"), TEXTS),
                new BadgeReach(
                        BadgeScope.ofCode(row.number("scope")),
                        row.uuidOrNull("department_id"),
                        json.readValue(row.text("filters"), FigureFilter.class)),
                new Badge.Prize(row.number("points"), row.number("coins")),
                row.textOrNull("face"),
                LocalDate.ofEpochDay(row.number("made")),
                row.big("version"));
    }
}

package org.fourleaf.quests;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.tickets.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves quests: shipped ones as they were changed, and own ones. */
@Component
class QuestStore {

    private static final TypeReference<Map<String, Quest.Words>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    QuestStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Quest> all(UUID workspace) {
        Map<String, Quest> stored = new HashMap<>();
        jdbc.sql("select * from quest where workspace_id = :w and removed_at is null limit :max")
                .param("w", workspace)
                .param("max", Quest.QUESTS_MAX)
                .query(Row.as(this::quest))
                .list()
                .forEach(quest -> stored.put(quest.id(), quest));
        List<Quest> all = new ArrayList<>();
        ShippedQuests.all().forEach(quest -> {
            Quest changed = stored.remove(quest.id());
            all.add(changed == null ? quest : changed);
        });
        stored.values().stream()
                .sorted(Comparator.comparingInt(Quest::place).thenComparing(Quest::id))
                .forEach(all::add);
        return all;
    }

    Optional<Quest> find(UUID workspace, String id) {
        return all(workspace).stream().filter(quest -> quest.id().equals(id)).findFirst();
    }

    /** Removed ones too: what was won with them keeps its name. */
    Optional<Quest> evenRemoved(UUID workspace, String id) {
        return jdbc.sql("select * from quest where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(this::quest))
                .optional()
                .or(() -> ShippedQuests.all().stream()
                        .filter(quest -> quest.id().equals(id))
                        .findFirst());
    }

    /** @return whether there was none of this id, and never had been */
    boolean insert(UUID workspace, Quest quest) {
        return bound(jdbc.sql("""
                        insert into quest (workspace_id, id, place, picture, texts, steps, repeats, points, coins, active, from_day,
                            until_day, departments, newcomer_days, since)
                        values (:w, :id, :place, :picture, cast(:texts as jsonb), cast(:steps as jsonb), :repeats, :points, :coins,
                            :active, :from, :until, :departments, :newcomers, :since)
                        on conflict do nothing
                        """), workspace, quest).update() == 1;
    }

    /** @return whether it still had the version that was read; 0 is that of a shipped one nobody changed */
    boolean update(UUID workspace, Quest quest) {
        return bound(jdbc.sql("""
                        insert into quest as q (workspace_id, id, place, picture, texts, steps, repeats, points, coins, active, from_day,
                            until_day, departments, newcomer_days, since)
                        values (:w, :id, :place, :picture, cast(:texts as jsonb), cast(:steps as jsonb), :repeats, :points, :coins,
                            :active, :from, :until, :departments, :newcomers, :since)
                        on conflict (workspace_id, id) do update set picture = excluded.picture, texts = excluded.texts,
                            steps = excluded.steps, repeats = excluded.repeats, points = excluded.points, coins = excluded.coins,
                            active = excluded.active, from_day = excluded.from_day, until_day = excluded.until_day,
                            departments = excluded.departments, newcomer_days = excluded.newcomer_days, since = excluded.since,
                            version = q.version + 1
                            where q.version = :version and q.removed_at is null
                        """), workspace, quest)
                        .param("version", quest.version())
                        .update()
                == 1;
    }

    void remove(UUID workspace, String id, Instant now) {
        jdbc.sql("update quest set removed_at = :now, active = false where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .param("now", Sql.bind(now))
                .update();
        for (String kept : List.of("quest_progress", "quest_mark")) {
            jdbc.sql("delete from " + kept + " where workspace_id = :w and quest_id = :id")
                    .param("w", workspace)
                    .param("id", id)
                    .update();
        }
    }

    /** The highest number behind a slug that a quest has, or had: 1 of the bare one, 0 of none. @param slug letters, digits and hyphens */
    int numbered(UUID workspace, String slug) {
        return jdbc.sql("""
                        select coalesce(max(case when id = :slug then 1 else cast(substring(id from '-([0-9]{1,6})$') as int) end), 0) as n from quest
                        where workspace_id = :w and (id = :slug or id ~ ('^' || :slug || '-[0-9]{1,6}$'))
                        """)
                .param("w", workspace)
                .param("slug", slug)
                .query(Row.as(row -> row.number("n")))
                .single();
    }

    /** Who agents are, for quests that are not for all. */
    Map<UUID, Quest.Audience> audience(UUID workspace, Collection<UUID> agents) {
        Map<UUID, Quest.Audience> audience = new HashMap<>();
        jdbc.sql("""
                        select a.id, a.created_at, array(select m.department_id from department_member m
                            where m.workspace_id = :w and m.agent_id = a.id) as departments
                        from agent a where a.workspace_id = :w and a.id = any (:agents)
                        """)
                .param("w", workspace)
                .param("agents", Sql.bind(agents))
                .query(Row.as(row -> audience.put(
                                row.uuid("id"), new Quest.Audience(row.instant("created_at"), row.uuids("departments")))
                        == null))
                .list();
        return audience;
    }

    /** @param reference an id or a name */
    Optional<UUID> tag(UUID workspace, String reference, String key) {
        return jdbc.sql(
                        "select id from tag where workspace_id = :w and (name_key = :key or cast(id as text) = :ref) limit 1")
                .param("w", workspace)
                .param("key", key)
                .param("ref", reference)
                .query(Row.as(row -> row.uuid("id")))
                .optional();
    }

    Map<UUID, String> tagNames(UUID workspace, Collection<UUID> tags) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select id, name from tag where workspace_id = :w and id = any (:tags)")
                .param("w", workspace)
                .param("tags", Sql.bind(tags))
                .query(Row.as(row -> names.put(row.uuid("id"), row.text("name")) == null))
                .list();
        return names;
    }

    private JdbcClient.StatementSpec bound(JdbcClient.StatementSpec sql, UUID workspace, Quest quest) {
        return sql.param("w", workspace)
                .param("id", quest.id())
                .param("place", quest.place())
                .param("picture", quest.picture())
                .param("texts", json.writeValueAsString(quest.texts()))
                .param("steps", json.writeValueAsString(quest.steps()))
                .param("repeats", quest.repeats().code())
                .param("points", quest.points())
                .param("coins", quest.coins())
                .param("active", quest.active())
                .param("from", number(quest.from()))
                .param("until", number(quest.until()))
                .param("departments", quest.departments().toArray(UUID[]::new))
                .param("newcomers", quest.newcomerDays())
                .param("since", Sql.bind(quest.since()));
    }

    private static @Nullable Integer number(@Nullable LocalDate day) {
        return day == null ? null : Math.toIntExact(day.toEpochDay());
    }

    private static @Nullable LocalDate day(@Nullable Integer number) {
        return number == null ? null : LocalDate.ofEpochDay(number);
    }

    private Quest quest(Row row) throws SQLException {
        String id = row.text("id");
        List<QuestStep> steps = new ArrayList<>();
        json.readTree(row.text("steps")).forEach(step -> steps.add(step(step)));
        return new Quest(
                id,
                row.number("place"),
                ShippedQuests.has(id),
                row.text("picture"),
                json.readValue(row.text("texts"), TEXTS),
                steps,
                QuestRhythm.ofCode(row.number("repeats")),
                row.number("points"),
                row.number("coins"),
                row.flag("active"),
                day(row.numberOrNull("from_day")),
                day(row.numberOrNull("until_day")),
                row.uuids("departments"),
                row.numberOrNull("newcomer_days"),
                row.instantOrNull("since"),
                row.big("version"));
    }

    private QuestStep step(JsonNode step) {
        return new QuestStep(
                step.path("id").asString(),
                step.has("activity") ? step.path("activity").asString() : null,
                step.path("count").asInt(),
                step.has("department") ? UUID.fromString(step.path("department").asString()) : null,
                step.has("channel") ? Channel.named(step.path("channel").asString()) : null,
                step.has("tag") ? UUID.fromString(step.path("tag").asString()) : null,
                step.has("rating") ? step.path("rating").asString() : null,
                step.has("mention") ? Boolean.valueOf(step.path("mention").asBoolean()) : null,
                step.has("measure") ? json.treeToValue(step.path("measure"), QuestMeasure.class) : null);
    }
}

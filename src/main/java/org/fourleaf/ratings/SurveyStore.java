package org.fourleaf.ratings;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.conditions.ConditionForm;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves surveys. */
@Component
class SurveyStore {

    private static final String COLUMNS =
            "id, name, measure, active, delay_minutes, every_days, condition, texts, version";
    private static final TypeReference<Map<String, Survey.Texts>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SurveyStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Survey> all(UUID workspace) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from survey where workspace_id = :w and deleted_at is null order by name_key, id limit :max")
                .param("w", workspace)
                .param("max", Survey.SURVEYS_MAX)
                .query(Row.as(this::survey))
                .list();
    }

    Optional<Survey> find(UUID workspace, UUID id) {
        return jdbc.sql("select " + COLUMNS
                        + " from survey where workspace_id = :w and id = :id and deleted_at is null")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(this::survey))
                .optional();
    }

    /** Also when it was deleted since: who was asked may still answer. */
    Optional<Survey> asked(UUID workspace, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from survey where workspace_id = :w and id = :id")
                .param("w", workspace)
                .param("id", id)
                .query(Row.as(this::survey))
                .optional();
    }

    void insert(UUID workspace, Survey survey, Instant now) {
        jdbc.sql("""
                        insert into survey (workspace_id, id, name, name_key, measure, active, delay_minutes, every_days, condition, texts,
                            created_at)
                        values (:w, :id, :name, :key, :measure, :active, :delay, :every, cast(:condition as jsonb),
                            cast(:texts as jsonb), :now)
                        """)
                .param("w", workspace)
                .param("id", survey.id())
                .param("name", survey.name())
                .param("key", Texts.key(survey.name()))
                .param("measure", survey.kind().code())
                .param("active", survey.active())
                .param("delay", survey.delayMinutes())
                .param("every", survey.everyDays())
                .param("condition", json.writeValueAsString(survey.condition()))
                .param("texts", json.writeValueAsString(survey.texts()))
                .param("now", Sql.bind(now))
                .update();
    }

    /** @return whether it still had the version that was read */
    boolean update(UUID workspace, Survey survey) {
        return jdbc.sql("""
                        update survey set name = :name, name_key = :key, active = :active, delay_minutes = :delay, every_days = :every,
                            condition = cast(:condition as jsonb), texts = cast(:texts as jsonb), version = version + 1
                        where workspace_id = :w and id = :id and version = :version and deleted_at is null
                        """)
                        .param("w", workspace)
                        .param("id", survey.id())
                        .param("name", survey.name())
                        .param("key", Texts.key(survey.name()))
                        .param("active", survey.active())
                        .param("delay", survey.delayMinutes())
                        .param("every", survey.everyDays())
                        .param("condition", json.writeValueAsString(survey.condition()))
                        .param("texts", json.writeValueAsString(survey.texts()))
                        .param("version", survey.version())
                        .update()
                == 1;
    }

    boolean delete(UUID workspace, UUID id, Instant now) {
        return jdbc.sql("""
                        update survey set deleted_at = :now, active = false
                        where workspace_id = :w and id = :id and deleted_at is null
                        """)
                        .param("w", workspace)
                        .param("id", id)
                        .param("now", Sql.bind(now))
                        .update()
                == 1;
    }

    private Survey survey(Row row) throws SQLException {
        return new Survey(
                row.uuid("id"),
                row.text("name"),
                Measure.ofCode(row.number("measure")),
                row.flag("active"),
                row.number("delay_minutes"),
                row.number("every_days"),
                json.readValue(row.text("condition"), ConditionForm.class),
                json.readValue(row.text("texts"), TEXTS),
                Map.of(),
                List.of(),
                row.big("version"));
    }
}

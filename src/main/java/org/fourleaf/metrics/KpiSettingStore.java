package org.fourleaf.metrics;

import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Loads and saves how KPIs are reckoned. */
@Component
class KpiSettingStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    KpiSettingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    KpiSettings find(UUID workspace) {
        return jdbc.sql("select settings from kpi_setting where workspace_id = :w")
                .param("w", workspace)
                .query(Row.as(row -> json.readValue(row.text("settings"), KpiSettings.class)))
                .optional()
                .orElse(KpiSettings.DEFAULT);
    }

    void save(UUID workspace, KpiSettings settings) {
        jdbc.sql("""
                        insert into kpi_setting (workspace_id, settings) values (:w, cast(:settings as jsonb))
                        on conflict (workspace_id) do update set settings = excluded.settings, version = kpi_setting.version + 1
                        """)
                .param("w", workspace)
                .param("settings", json.writeValueAsString(settings))
                .update();
    }
}

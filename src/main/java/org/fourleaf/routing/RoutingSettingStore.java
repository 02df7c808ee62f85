package org.fourleaf.routing;

import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves how a workspace hands out work. */
@Component
class RoutingSettingStore {

    private final JdbcClient jdbc;

    RoutingSettingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RoutingSettings of(UUID workspace) {
        return jdbc.sql("""
                        select give_back_minutes, offer_seconds, missed_offers_max, breathing_seconds, away_minutes, tickets_max,
                            chats_max, calls_max, version
                        from routing_setting where workspace_id = :w
                        """)
                .param("w", workspace)
                .query(Row.as(row -> new RoutingSettings(
                        row.number("give_back_minutes"),
                        row.number("offer_seconds"),
                        row.number("missed_offers_max"),
                        row.number("breathing_seconds"),
                        row.number("away_minutes"),
                        row.number("tickets_max"),
                        row.number("chats_max"),
                        row.number("calls_max"),
                        row.big("version"))))
                .optional()
                .orElse(RoutingSettings.DEFAULT);
    }

    /** @return whether it still had the version that was read */
    boolean put(UUID workspace, RoutingSettings settings) {
        return jdbc.sql("""
                        insert into routing_setting (workspace_id, give_back_minutes, offer_seconds, missed_offers_max,
                            breathing_seconds, away_minutes, tickets_max, chats_max, calls_max, version)
                        values (:w, :giveBack, :offer, :missed, :breathing, :away, :tickets, :chats, :calls, :version + 1)
                        on conflict (workspace_id) do update set give_back_minutes = :giveBack, offer_seconds = :offer,
                            missed_offers_max = :missed, breathing_seconds = :breathing, away_minutes = :away,
                            tickets_max = :tickets, chats_max = :chats, calls_max = :calls, version = :version + 1
                        where routing_setting.version = :version
                        """)
                        .param("w", workspace)
                        .param("giveBack", settings.giveBackMinutes())
                        .param("offer", settings.offerSeconds())
                        .param("missed", settings.missedOffersMax())
                        .param("breathing", settings.breathingSeconds())
                        .param("away", settings.awayMinutes())
                        .param("tickets", settings.ticketsMax())
                        .param("chats", settings.chatsMax())
                        .param("calls", settings.callsMax())
                        .param("version", settings.version())
                        .update()
                == 1;
    }
}

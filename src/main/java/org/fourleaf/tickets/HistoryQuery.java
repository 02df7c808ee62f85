package org.fourleaf.tickets;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.LogWindowQuery;
import org.fourleaf.platform.log.Recorded;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A ticket's history: its lines of the log, oldest first, with the names of all they point to. */
@Component
@Transactional(readOnly = true)
class HistoryQuery {

    /** One line. Ids in {@code facts} have their names beside them as {@code …_name}. */
    record Entry(long seq, Instant at, String kind, Doer by, ObjectNode facts) {}

    /** Who did it. */
    record Doer(String kind, @Nullable UUID id, @Nullable String name) {}

    private static final Set<ActivityKind> LEFT_OUT =
            Set.of(ActivityKind.DRAFT_SAVED, ActivityKind.TICKET_VIEWED, ActivityKind.DELIVERY_CHANGED);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TicketClocks clocks;

    HistoryQuery(JdbcClient jdbc, JsonMapper json, TicketClocks clocks) {
        this.clocks = clocks;
        this.jdbc = jdbc;
        this.json = json;
    }

    Page<Entry> page(Actor by, UUID ticket, Slice slice) {
        return page(by, ticket, slice, LEFT_OUT);
    }

    /** Everything that is counted, also what a reader of the history does not care for: looking, deliveries. */
    Page<Entry> activities(Actor by, UUID ticket, Slice slice) {
        return page(by, ticket, slice, Set.of(ActivityKind.DRAFT_SAVED));
    }

    private Page<Entry> page(Actor by, UUID ticket, Slice slice, Set<ActivityKind> leftOut) {
        Cursor after = slice.after(1);
        List<Recorded> lines = jdbc.sql("""
                        select * from log where workspace_id = :w and ticket_id = :ticket and seq > :after
                            and kind <> all (:leftOut)
                        order by seq limit :limit
                        """)
                .param("w", by.workspace())
                .param("ticket", ticket)
                .param("after", after == null ? 0 : after.number(0))
                .param("leftOut", leftOut.stream().map(ActivityKind::code).toArray(Integer[]::new))
                .param("limit", slice.fetch())
                .query(LogWindowQuery.lines(json))
                .list();
        Map<UUID, String> names = names(by.workspace(), lines);
        return slice.page(lines.stream().map(line -> entry(line, names)).toList(), last -> Cursor.of(last.seq()));
    }

    private Entry entry(Recorded line, Map<UUID, String> names) {
        ObjectNode facts = line.facts().deepCopy();
        put(facts, "agent", line.agent());
        put(facts, "customer", line.customer());
        put(facts, "department", line.department());
        for (String field : List.copyOf(facts.propertyNames())) {
            UUID id = id(facts, field);
            String name = id == null ? null : names.get(id);
            if (name != null) {
                facts.put(field + "_name", name);
            }
        }
        return new Entry(
                line.seq(),
                line.at(),
                line.kind().stored(),
                new Doer(
                        line.byKind().name().toLowerCase(Locale.ROOT),
                        line.byId(),
                        line.byId() == null ? null : names.get(line.byId())),
                facts);
    }

    private Map<UUID, String> names(UUID workspace, List<Recorded> lines) {
        Set<UUID> ids = new TreeSet<>();
        for (Recorded line : lines) {
            for (UUID id : new UUID[] {line.byId(), line.agent(), line.customer(), line.department()}) {
                if (id != null) {
                    ids.add(id);
                }
            }
            for (String field : line.facts().propertyNames()) {
                UUID id = id(line.facts(), field);
                if (id != null) {
                    ids.add(id);
                }
            }
        }
        Map<UUID, String> names = new HashMap<>(clocks.names(workspace));
        jdbc.sql("""
                        select id, name from agent where workspace_id = :w and id = any (:ids)
                        union all select id, name from customer where workspace_id = :w and id = any (:ids)
                        union all select id, name from department where workspace_id = :w and id = any (:ids)
                        union all select id, name from tag where workspace_id = :w and id = any (:ids)
                        union all select id, name from choice where workspace_id = :w and id = any (:ids)
                        union all select id, name from rule where workspace_id = :w and id = any (:ids)
                        union all select id, code from ticket where workspace_id = :w and id = any (:ids)
                        """)
                .param("w", workspace)
                .param("ids", Sql.bind(ids))
                .query(Row.as(row -> Map.entry(row.uuid("id"), row.text("name"))))
                .list()
                .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
        return names;
    }

    private static void put(ObjectNode facts, String field, @Nullable UUID id) {
        if (id != null) {
            facts.put(field, id.toString());
        }
    }

    private static @Nullable UUID id(ObjectNode facts, String field) {
        var value = Objects.requireNonNull(facts.get(field));
        if (!value.isString() || value.stringValue().length() != 36) {
            return null;
        }
        try {
            return UUID.fromString(value.stringValue());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

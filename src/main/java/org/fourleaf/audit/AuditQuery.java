package org.fourleaf.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourleaf.customers.Customers;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.LogWindowQuery;
import org.fourleaf.platform.log.Recorded;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The audit log: the administrative lines of the one log, newest first. */
@Component
class AuditQuery {

    private static final int ID_LENGTH = 36;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Agents agents;
    private final Customers customers;

    AuditQuery(JdbcClient jdbc, JsonMapper json, Agents agents, Customers customers) {
        this.jdbc = jdbc;
        this.json = json;
        this.agents = agents;
        this.customers = customers;
    }

    @Transactional(readOnly = true)
    public Page<AuditLine> page(Actor by, AuditFilter filter, Slice slice) {
        by.mustHave(Permission.AUDIT_READ);
        Cursor after = slice.after(1);
        // The kind is written out, so that the partial indexes serve a generic plan too.
        Sql sql = Sql.of("""
                        select workspace_id, seq, at, kind, by_kind, by_id, ticket_id, agent_id, customer_id, company_id, department_id,
                            channel, facts
                        from log where workspace_id = ? and kind >= 1000 and seq < ?
                        """, by.workspace(), after == null ? Long.MAX_VALUE : after.number(0))
                .addIf(filter.who() != null, "and by_id = cast(? as uuid)", filter.who())
                .addIf(filter.from() != null, "and at >= cast(? as timestamptz)", filter.from())
                .addIf(filter.to() != null, "and at < cast(? as timestamptz)", filter.to());
        if (!filter.kinds().isEmpty()) {
            // Our own codes, no words of the caller's.
            sql.add("and kind in ("
                    + filter.kinds().stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")");
        }
        List<Recorded> lines = sql.add("order by seq desc limit ?", slice.fetch())
                .on(jdbc)
                .query(LogWindowQuery.lines(json))
                .list();
        Names names = names(by, lines);
        Page<Recorded> page = slice.page(lines, line -> Cursor.of(line.seq()));
        return new Page<>(page.items().stream().map(names::line).toList(), page.next());
    }

    private Names names(Actor by, List<Recorded> lines) {
        List<UUID> people = lines.stream()
                .flatMap(line -> Stream.of(line.byId(), line.agent(), line.customer()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Names(agents.names(by, people), customers.names(by, people), things(by, lines));
    }

    /** What lines are about and what their facts name, by id: companies, departments, roles, tokens. */
    private Map<UUID, String> things(Actor by, List<Recorded> lines) {
        record Named(UUID id, String name) {}
        Set<UUID> ids = new HashSet<>();
        for (Recorded line : lines) {
            Stream.of(line.company(), line.department())
                    .filter(Objects::nonNull)
                    .forEach(ids::add);
            line.facts().properties().forEach(fact -> id(fact.getValue()).ifPresent(ids::add));
        }
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                        select id, name from company where workspace_id = :w and id = any (:ids)
                        union all select id, name from department where workspace_id = :w and id = any (:ids)
                        union all select id, name from role where workspace_id = :w and id = any (:ids)
                        union all select id, name from api_token where workspace_id = :w and id = any (:ids)
                        union all select id, name from agent where workspace_id = :w and id = any (:ids)
                        """)
                        .param("w", by.workspace())
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(Named.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Named::id, Named::name, (one, other) -> one));
    }

    private static Optional<UUID> id(JsonNode value) {
        try {
            return value.isString() && value.asString().length() == ID_LENGTH
                    ? Optional.of(UUID.fromString(value.asString()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private record Names(Map<UUID, PersonName> agents, Map<UUID, PersonName> customers, Map<UUID, String> things) {

        AuditLine line(Recorded line) {
            return new AuditLine(
                    line.seq(),
                    line.at(),
                    new AuditLine.Who(line.byKind().name().toLowerCase(Locale.ROOT), line.byId(), person(line.byId())),
                    line.kind().stored(),
                    subject(line),
                    named(line.facts()));
        }

        /** Names in the place of ids, where there is one. */
        private ObjectNode named(ObjectNode facts) {
            ObjectNode told = facts.deepCopy();
            facts.properties()
                    .forEach(fact ->
                            id(fact.getValue()).map(things::get).ifPresent(name -> told.put(fact.getKey(), name)));
            return told;
        }

        private AuditLine.@Nullable Subject subject(Recorded line) {
            if (line.customer() != null) {
                return new AuditLine.Subject("customer", line.customer(), person(line.customer()));
            }
            if (line.company() != null) {
                return new AuditLine.Subject("company", line.company(), things.get(line.company()));
            }
            if (line.department() != null) {
                return new AuditLine.Subject("department", line.department(), things.get(line.department()));
            }
            return line.agent() == null ? null : new AuditLine.Subject("agent", line.agent(), person(line.agent()));
        }

        private @Nullable String person(@Nullable UUID id) {
            PersonName agent = id == null ? null : agents.get(id);
            PersonName person = agent == null && id != null ? customers.get(id) : agent;
            return person == null ? null : person.name();
        }
    }
}

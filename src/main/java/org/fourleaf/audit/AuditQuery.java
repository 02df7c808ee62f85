package org.fourleaf.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourleaf.customers.Customers;
import org.fourleaf.people.Agents;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
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

/** The audit log: the administrative lines of the one log, newest first. */
@Component
class AuditQuery {

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
    public Page<AuditLine> page(Actor by, Slice slice) {
        by.mustHave(Permission.AUDIT_READ);
        Cursor after = slice.after(1);
        // The kind is written out, so that the partial index serves a generic plan too.
        List<Recorded> lines = jdbc.sql("""
                        select workspace_id, seq, at, kind, by_kind, by_id, ticket_id, agent_id, customer_id, company_id, department_id,
                            channel, facts
                        from log where workspace_id = :w and kind >= 1000 and seq < :before order by seq desc limit :limit
                        """)
                .param("w", by.workspace())
                .param("before", after == null ? Long.MAX_VALUE : after.number(0))
                .param("limit", slice.fetch())
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
        return new Names(agents.names(by, people), customers.names(by, people), companies(by, lines));
    }

    private Map<UUID, String> companies(Actor by, List<Recorded> lines) {
        record Named(UUID id, String name) {}
        List<UUID> ids = new ArrayList<>();
        lines.stream().map(Recorded::company).filter(Objects::nonNull).forEach(ids::add);
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select id, name from company where workspace_id = :w and id = any (:ids)")
                        .param("w", by.workspace())
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(Named.class)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Named::id, Named::name));
    }

    private record Names(Map<UUID, PersonName> agents, Map<UUID, PersonName> customers, Map<UUID, String> companies) {

        AuditLine line(Recorded line) {
            return new AuditLine(
                    line.seq(),
                    line.at(),
                    new AuditLine.Who(line.byKind().name().toLowerCase(Locale.ROOT), line.byId(), person(line.byId())),
                    line.kind().stored(),
                    subject(line),
                    line.facts());
        }

        private AuditLine.@Nullable Subject subject(Recorded line) {
            if (line.customer() != null) {
                return new AuditLine.Subject("customer", line.customer(), person(line.customer()));
            }
            if (line.company() != null) {
                return new AuditLine.Subject("company", line.company(), companies.get(line.company()));
            }
            if (line.department() != null) {
                return new AuditLine.Subject("department", line.department(), null);
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

package org.fourleaf.platform.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes many facts of the past in one statement: what an import brings, at a speed that {@link Log} can't reach line by line. */
@Component
public class PastLog {

    /** One line to be written. @param facts a JSON object as text */
    public record Line(
            Instant at,
            ActivityKind kind,
            @Nullable UUID ticket,
            @Nullable UUID agent,
            @Nullable UUID customer,
            @Nullable UUID company,
            @Nullable UUID department,
            @Nullable Integer channel,
            String facts) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final LogBell bell;

    PastLog(JdbcClient jdbc, JsonMapper json, LogBell bell) {
        this.jdbc = jdbc;
        this.json = json;
        this.bell = bell;
    }

    /** The line of a typed fact. */
    public Line line(Fact fact, Instant at) {
        FactShape shape = FactShape.of(fact.getClass());
        return new Line(
                at,
                shape.kind(),
                shape.id(fact, "ticket"),
                shape.id(fact, "agent"),
                shape.id(fact, "customer"),
                shape.id(fact, "company"),
                shape.id(fact, "department"),
                shape.channel(fact),
                json.writeValueAsString(shape.facts(fact, json)));
    }

    /** In the order given, which becomes the order of seq. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Actor by, List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Columns<Line> columns = Columns.of(lines);
        jdbc.sql("""
                        insert into log (workspace_id, at, kind, by_kind, by_id, ticket_id, agent_id, customer_id, company_id,
                            department_id, channel, facts)
                        select :w, at, kind, :byKind, :byId, ticket, agent, customer, company, department, channel, facts
                        from unnest(cast(:ats as timestamptz[]), cast(:kinds as smallint[]), :tickets, :agents, :customers,
                            :companies, :departments, cast(:channels as smallint[]), cast(:facts as jsonb[])) with ordinality
                            as line(at, kind, ticket, agent, customer, company, department, channel, facts, place)
                        order by place
                        """)
                .param("w", by.workspace())
                .param("byKind", by.kind().code())
                .param("byId", by.id())
                .param("ats", columns.instants(Line::at))
                .param("kinds", columns.numbers(line -> line.kind.code()))
                .param("tickets", columns.ids(Line::ticket))
                .param("agents", columns.ids(Line::agent))
                .param("customers", columns.ids(Line::customer))
                .param("companies", columns.ids(Line::company))
                .param("departments", columns.ids(Line::department))
                .param("channels", columns.numbers(Line::channel))
                .param("facts", columns.texts(Line::facts))
                .update();
        bell.ringAfterCommit(by.workspace());
    }
}

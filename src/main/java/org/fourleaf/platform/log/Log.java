package org.fourleaf.platform.log;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where everything that happens is written down, once, in the transaction that makes it true. News for other modules travels through
 * here and no other way.
 */
@Component
public class Log {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final LogBell bell;
    private final Clock clock;

    Log(JdbcClient jdbc, JsonMapper json, LogBell bell, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.bell = bell;
        this.clock = clock;
    }

    /** It happened now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Actor by, Fact fact) {
        write(by, fact, clock.instant());
    }

    /** It happened at the given moment, which may be long ago. For one ticket call this while its row is locked: that orders seq. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Actor by, Fact fact, Instant at) {
        FactShape shape = FactShape.of(fact.getClass());
        jdbc.sql("""
                        insert into log (workspace_id, at, kind, by_kind, by_id, ticket_id, agent_id, customer_id, company_id,
                            department_id, channel, facts)
                        values (:w, :at, :kind, :byKind, :byId, :ticket, :agent, :customer, :company, :department, :channel,
                            cast(:facts as jsonb))
                        """)
                .param("w", by.workspace())
                .param("at", Sql.bind(at))
                .param("kind", shape.kind().code())
                .param("byKind", by.kind().code())
                .param("byId", by.id(), Types.OTHER)
                .param("ticket", shape.id(fact, "ticket"), Types.OTHER)
                .param("agent", shape.id(fact, "agent"), Types.OTHER)
                .param("customer", shape.id(fact, "customer"), Types.OTHER)
                .param("company", shape.id(fact, "company"), Types.OTHER)
                .param("department", shape.id(fact, "department"), Types.OTHER)
                .param("channel", shape.channel(fact), Types.SMALLINT)
                .param("facts", json.writeValueAsString(shape.facts(fact, json)))
                .update();
        bell.ringAfterCommit(by.workspace());
    }

    /** The fact as the given class, for readers and views. */
    public <T extends Fact> T read(Recorded recorded, Class<T> type) {
        return type.cast(FactShape.of(type).read(recorded, json));
    }

    /** Told after rows were written by other means than {@link #write}, such as a bulk import. */
    public void ringAfterCommit(UUID workspace) {
        bell.ringAfterCommit(workspace);
    }
}

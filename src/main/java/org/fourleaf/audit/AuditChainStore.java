package org.fourleaf.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.fourleaf.platform.log.LogWindowQuery;
import org.fourleaf.platform.log.Recorded;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Appends to and reads the chain of seals. */
@Component
class AuditChainStore {

    /** @param n from one, without a gap */
    record Link(long n, long seq, String hash) {}

    private final JdbcClient jdbc;
    private final RowMapper<Recorded> lines;

    AuditChainStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        lines = LogWindowQuery.lines(json);
    }

    Optional<Link> last(UUID workspace) {
        return Sql.of("select n, seq, hash from audit_chain where workspace_id = ? order by n desc limit 1", workspace)
                .on(jdbc)
                .query(Row.as(AuditChainStore::link))
                .optional();
    }

    void append(UUID workspace, Link link) {
        Sql.of(
                        "insert into audit_chain (workspace_id, n, seq, hash) values (?, ?, ?, ?)",
                        workspace,
                        link.n(),
                        link.seq(),
                        link.hash())
                .on(jdbc)
                .update();
    }

    List<Link> after(UUID workspace, long n, int limit) {
        return Sql.of(
                        "select n, seq, hash from audit_chain where workspace_id = ? and n > ? order by n limit ?",
                        workspace,
                        n,
                        limit)
                .on(jdbc)
                .query(Row.as(AuditChainStore::link))
                .list();
    }

    Map<Long, Recorded> lines(UUID workspace, List<Long> seqs) {
        return jdbc.sql("""
                        select workspace_id, seq, at, kind, by_kind, by_id, ticket_id, agent_id, customer_id, company_id, department_id,
                            channel, facts
                        from log where workspace_id = :w and kind >= 1000 and seq = any (:seqs)
                        """).param("w", workspace).param("seqs", seqs.toArray(Long[]::new)).query(lines).list().stream()
                .collect(Collectors.toMap(Recorded::seq, Function.identity()));
    }

    private static Link link(Row row) throws java.sql.SQLException {
        return new Link(row.big("n"), row.big("seq"), row.text("hash"));
    }
}

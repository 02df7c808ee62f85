package org.fourleaf.invitations;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves ways in: one of a kind for an agent, the older one ends. */
@Component
class AccessLinkStore {

    /** A mail that is to be written now. */
    record Due(
            UUID id,
            UUID agent,
            AccessLink.Kind kind,
            @Nullable String origin,
            Instant expiresAt,
            int tries) {}

    private static final String SELECT = """
            select l.kind, l.made_at, l.expires_at, l.sent_at, l.failure, l.by_mail, l.next_try_at, a.id, a.email, a.name
            from access_link l join agent a on a.workspace_id = l.workspace_id and a.id = l.agent_id
            where l.workspace_id = :w
            """;

    private final JdbcClient jdbc;

    AccessLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AccessLink> of(UUID workspace, UUID agent, Instant now) {
        return jdbc.sql(SELECT + " and l.agent_id = :agent order by l.kind")
                .param("w", workspace)
                .param("agent", agent)
                .query(Row.as(row -> link(row, now)))
                .list();
    }

    /** The newest first. */
    List<AccessLink> all(UUID workspace, Instant now, int limit) {
        return jdbc.sql(SELECT + " order by l.made_at desc limit :limit")
                .param("w", workspace)
                .param("limit", limit)
                .query(Row.as(row -> link(row, now)))
                .list();
    }

    /** @param hash of the secret when it is told at once; none when its mail makes it */
    void put(
            UUID workspace,
            UUID agent,
            AccessLink.Kind kind,
            byte @Nullable [] hash,
            @Nullable String origin,
            Instant now) {
        jdbc.sql("""
                        insert into access_link (workspace_id, agent_id, kind, id, token_hash, origin, made_at, expires_at, by_mail, next_try_at)
                        values (:w, :agent, :kind, :id, :hash, :origin, :now, :expires, :mail, case when :mail then :now end)
                        on conflict (workspace_id, agent_id, kind) do update set id = :id, token_hash = :hash, origin = :origin, made_at = :now,
                            expires_at = :expires, by_mail = :mail, next_try_at = case when :mail then :now end, tries = 0, sent_at = null,
                            failure = null
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("kind", kind.code())
                .param("id", Ids.next())
                .param("hash", hash)
                .param("origin", origin)
                .param("now", Sql.bind(now))
                .param("expires", Sql.bind(now.plus(kind.livesFor())))
                .param("mail", hash == null)
                .update();
    }

    /** Takes the next mail to be written; another node leaves it alone until then. */
    Optional<Due> claim(UUID workspace, Instant now, Instant until) {
        return jdbc.sql("""
                        update access_link l set next_try_at = :until, tries = tries + 1 from (
                            select agent_id, kind from access_link
                            where workspace_id = :w and next_try_at <= :now and expires_at > :now
                            order by next_try_at limit 1 for update skip locked) as due
                        where l.workspace_id = :w and l.agent_id = due.agent_id and l.kind = due.kind
                        returning l.id, l.agent_id, l.kind, l.origin, l.expires_at, l.tries
                        """)
                .param("w", workspace)
                .param("now", Sql.bind(now))
                .param("until", Sql.bind(until))
                .query(Row.as(row -> new Due(
                        row.uuid("id"),
                        row.uuid("agent_id"),
                        AccessLink.Kind.ofCode(row.number("kind")),
                        row.textOrNull("origin"),
                        row.instant("expires_at"),
                        row.number("tries"))))
                .optional();
    }

    void secret(UUID workspace, Due due, byte[] hash) {
        jdbc.sql("update access_link set token_hash = :hash where workspace_id = :w and agent_id = :agent and id = :id")
                .param("w", workspace)
                .param("agent", due.agent)
                .param("id", due.id)
                .param("hash", hash)
                .update();
    }

    /** @param failure none when it was sent @param again when it is tried again, none for never */
    void tried(UUID workspace, Due due, @Nullable String failure, @Nullable Instant again, Instant now) {
        jdbc.sql("""
                        update access_link set failure = cast(:failure as text), next_try_at = cast(:again as timestamptz),
                            sent_at = case when cast(:failure as text) is null then :now else sent_at end
                        where workspace_id = :w and agent_id = :agent and id = :id
                        """)
                .param("w", workspace)
                .param("agent", due.agent)
                .param("id", due.id)
                .param("failure", failure)
                .param("again", Sql.bind(again))
                .param("now", Sql.bind(now))
                .update();
    }

    /** Whom a secret lets in, while it lives. */
    Optional<AccessLink.Opened> find(UUID workspace, byte[] hash, Instant now) {
        return jdbc.sql("""
                        select l.agent_id, l.kind from access_link l
                        join agent a on a.workspace_id = l.workspace_id and a.id = l.agent_id and a.deactivated_at is null
                        where l.workspace_id = :w and l.token_hash = :hash and l.expires_at > :now
                        """)
                .param("w", workspace)
                .param("hash", hash)
                .param("now", Sql.bind(now))
                .query(Row.as(
                        row -> new AccessLink.Opened(row.uuid("agent_id"), AccessLink.Kind.ofCode(row.number("kind")))))
                .optional();
    }

    /** For use, once: whoever comes second finds none. @return whether it was there */
    boolean take(UUID workspace, byte[] hash, Instant now) {
        return jdbc.sql("delete from access_link where workspace_id = :w and token_hash = :hash and expires_at > :now")
                        .param("w", workspace)
                        .param("hash", hash)
                        .param("now", Sql.bind(now))
                        .update()
                == 1;
    }

    /** @return how many there were */
    int deleteAllOf(UUID workspace, UUID agent) {
        return jdbc.sql("delete from access_link where workspace_id = :w and agent_id = :agent")
                .param("w", workspace)
                .param("agent", agent)
                .update();
    }

    /** Whether one of the kind was made since and still lives. */
    boolean isFresh(UUID workspace, UUID agent, AccessLink.Kind kind, Instant since) {
        return jdbc.sql("""
                        select exists (select 1 from access_link where workspace_id = :w and agent_id = :agent and kind = :kind
                            and made_at > :since)
                        """)
                .param("w", workspace)
                .param("agent", agent)
                .param("kind", kind.code())
                .param("since", Sql.bind(since))
                .query(Boolean.class)
                .single();
    }

    void forget(UUID workspace, Instant expiredBefore) {
        jdbc.sql("delete from access_link where workspace_id = :w and expires_at < :before")
                .param("w", workspace)
                .param("before", Sql.bind(expiredBefore))
                .update();
    }

    private static AccessLink link(Row row, Instant now) throws SQLException {
        Instant expires = row.instant("expires_at");
        Instant sent = row.instantOrNull("sent_at");
        String failure = row.textOrNull("failure");
        AccessLink.State state = !expires.isAfter(now)
                ? AccessLink.State.EXPIRED
                : !row.flag("by_mail")
                        ? AccessLink.State.HANDED_OVER
                        : failure != null
                                ? AccessLink.State.NOT_SENT
                                : sent == null ? AccessLink.State.WAITING : AccessLink.State.SENT;
        return new AccessLink(
                new PersonName(row.uuid("id"), row.text("email"), row.text("name")),
                AccessLink.Kind.ofCode(row.number("kind")),
                state,
                row.instant("made_at"),
                expires,
                sent,
                failure,
                null);
    }
}

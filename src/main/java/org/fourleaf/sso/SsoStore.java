package org.fourleaf.sso;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.SecretSeal;
import org.fourleaf.platform.database.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves providers and whom they mean. */
@Component
class SsoStore {

    private static final String KEY = "sso";
    private static final String SELECT =
            "select id, name, issuer, client_id, domains, role, enabled, version from sso_provider where workspace_id = ?";

    private final JdbcClient jdbc;
    private final SecretSeal seal;

    SsoStore(JdbcClient jdbc, SecretSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    List<SsoProvider> all(UUID workspace) {
        return Sql.of(SELECT, workspace)
                .add("order by id limit ?", SsoProvider.COUNT_MAX)
                .on(jdbc)
                .query(Row.as(SsoStore::provider))
                .list();
    }

    Optional<SsoProvider> find(UUID workspace, UUID id) {
        return Sql.of(SELECT, workspace)
                .add("and id = ?", id)
                .on(jdbc)
                .query(Row.as(SsoStore::provider))
                .optional();
    }

    @Nullable
    String secret(UUID workspace, UUID id) {
        return Sql.of("select client_secret from sso_provider where workspace_id = ? and id = ?", workspace, id)
                .on(jdbc)
                .query(byte[].class)
                .optional()
                .map(bytes -> seal.open(KEY, workspace, bytes))
                .orElse(null);
    }

    void insert(UUID workspace, SsoProvider provider, String secret) {
        Sql.of(
                        """
                        insert into sso_provider (workspace_id, id, name, issuer, client_id, client_secret, domains, role, enabled)
                        values (?, ?, ?, ?, ?, ?, ?, cast(? as text), ?)
                        """,
                        workspace,
                        provider.id(),
                        provider.name(),
                        provider.issuer(),
                        provider.clientId(),
                        seal.seal(KEY, workspace, secret),
                        provider.domains(),
                        provider.role(),
                        provider.enabled())
                .on(jdbc)
                .update();
    }

    /** @param secret none to keep the one there is. @return whether it still had the version that was read */
    boolean update(UUID workspace, SsoProvider provider, @Nullable String secret) {
        boolean done = Sql.of(
                                """
                        update sso_provider set name = ?, issuer = ?, client_id = ?, domains = ?, role = cast(? as text), enabled = ?,
                            version = version + 1
                        where workspace_id = ? and id = ? and version = ?
                        """,
                                provider.name(),
                                provider.issuer(),
                                provider.clientId(),
                                provider.domains(),
                                provider.role(),
                                provider.enabled(),
                                workspace,
                                provider.id(),
                                provider.version())
                        .on(jdbc)
                        .update()
                == 1;
        if (done && secret != null) {
            Sql.of(
                            "update sso_provider set client_secret = ? where workspace_id = ? and id = ?",
                            seal.seal(KEY, workspace, secret),
                            workspace,
                            provider.id())
                    .on(jdbc)
                    .update();
        }
        return done;
    }

    boolean delete(UUID workspace, UUID id) {
        return Sql.of("delete from sso_provider where workspace_id = ? and id = ?", workspace, id)
                        .on(jdbc)
                        .update()
                == 1;
    }

    /** Another issuer means others by the same subjects. */
    void unlink(UUID workspace, UUID provider) {
        Sql.of("delete from sso_link where workspace_id = ? and provider_id = ?", workspace, provider)
                .on(jdbc)
                .update();
    }

    Optional<UUID> linked(UUID workspace, UUID provider, String subject) {
        return Sql.of(
                        "select agent_id from sso_link where workspace_id = ? and provider_id = ? and subject = ?",
                        workspace,
                        provider,
                        subject)
                .on(jdbc)
                .query(UUID.class)
                .optional();
    }

    void link(UUID workspace, UUID provider, String subject, UUID agent) {
        Sql.of("""
                        insert into sso_link (workspace_id, provider_id, subject, agent_id) values (?, ?, ?, ?) on conflict do nothing
                        """, workspace, provider, subject, agent).on(jdbc).update();
    }

    private static SsoProvider provider(Row row) throws SQLException {
        return new SsoProvider(
                row.uuid("id"),
                row.text("name"),
                row.text("issuer"),
                row.text("client_id"),
                row.texts("domains"),
                row.textOrNull("role"),
                row.flag("enabled"),
                row.big("version"));
    }
}

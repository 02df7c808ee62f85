package org.fourleaf.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.fourleaf.platform.StartRefused;

/** Makes the connection pool of everything after start-up, and refuses one that row-level security would not bind. */
final class Pool {

    private static final int CONNECTIONS_MAX = 10;
    private static final int CONNECTIONS_IDLE_MIN = 2;
    private static final Duration CONNECTION_WITHIN = Duration.ofSeconds(5);
    /** Longer than any transaction may take: only an answer that will never come is cut off. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(60);

    /** Desk queries are short: compiling or splitting them costs more than it saves. A vanished node's locks go soon. */
    private static final String SESSION = "-c jit=off -c max_parallel_workers_per_gather=0"
            + " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
            + " -c tcp_user_timeout=25000";

    private static final String TRANSACTION_LIMIT = " -c transaction_timeout=30s";
    private static final String TRANSACTION_LIMIT_BEFORE_17 =
            " -c statement_timeout=30s -c idle_in_transaction_session_timeout=30s";

    private Pool() {}

    static HikariDataSource open(DatabaseLogin login) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("fourleaf");
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setMinimumIdle(CONNECTIONS_IDLE_MIN);
        config.setConnectionTimeout(CONNECTION_WITHIN.toMillis());
        config.setConnectionInitSql("set role fourleaf_app");
        config.addDataSourceProperty("ApplicationName", "fourleaf");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", Long.toString(SILENCE_MAX.toSeconds()));
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        try {
            config.addDataSourceProperty("options", SESSION + transactionLimit(login));
            HikariDataSource pool = new HikariDataSource(config);
            try {
                checkRole(pool);
                return pool;
            } catch (StartRefused | SQLException e) {
                pool.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "The database does not let %s in: %s".formatted(login, e.getMessage()),
                    "Check that the server runs and accepts this login.",
                    e);
        }
    }

    private static String transactionLimit(DatabaseLogin login) throws SQLException {
        try (Connection connection = login.connect()) {
            boolean known = connection.getMetaData().getDatabaseMajorVersion() >= 17;
            return known ? TRANSACTION_LIMIT : TRANSACTION_LIMIT_BEFORE_17;
        }
    }

    /** A superuser, a role with BYPASSRLS, or one with the owner's rights would see every workspace's rows. */
    private static void checkRole(HikariDataSource pool) throws SQLException {
        String question = """
                select current_user, r.rolsuper, r.rolbypassrls,
                       pg_has_role(current_user, (select datdba from pg_database where datname = current_database()), 'MEMBER')
                           or exists (select from pg_class c
                                      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
                                        and pg_has_role(current_user, c.relowner, 'MEMBER')) as owns
                from pg_roles r where r.rolname = current_user
                """;
        try (Connection connection = pool.getConnection();
                Statement sql = connection.createStatement();
                ResultSet role = sql.executeQuery(question)) {
            role.next();
            String fault = role.getBoolean("rolsuper")
                    ? "is a superuser"
                    : role.getBoolean("rolbypassrls")
                            ? "may bypass row-level security"
                            : role.getBoolean("owns") ? "owns Fourleaf's tables or database" : "";
            if (!fault.isEmpty()) {
                throw new StartRefused(
                        "The database role %s of the connection pool %s; workspaces would not be kept apart."
                                .formatted(role.getString("current_user"), fault),
                        "Let a superuser run: alter role fourleaf_app nosuperuser nobypassrls; and revoke from it every"
                                + " role that owns the database or its tables.");
            }
        }
    }
}

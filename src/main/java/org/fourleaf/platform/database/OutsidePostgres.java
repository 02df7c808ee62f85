package org.fourleaf.platform.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.fourleaf.platform.StartRefused;

/**
 * A PostgreSQL that somebody else runs, reached by one login: migrations run as that login, the pool's connections step
 * down to {@code fourleaf_app} before anything else.
 */
final class OutsidePostgres implements Database {

    private static final int VERSION_MIN = 16;
    private static final String EXPECTED =
            "FOURLEAF_DATABASE_URL looks like postgres://user:password@host:5432/database";

    private final DatabaseLogin login;

    private OutsidePostgres(DatabaseLogin login) {
        this.login = login;
    }

    /** {@code url} is {@code postgres://user:password@host/database?…} or pgjdbc's {@code jdbc:postgresql:…}. */
    static OutsidePostgres at(String url) {
        OutsidePostgres postgres = new OutsidePostgres(login(url));
        postgres.checkVersionAndRole();
        return postgres;
    }

    static DatabaseLogin login(String url) {
        return url.startsWith("jdbc:") ? fromJdbc(url) : fromUri(url);
    }

    /** Taken as it is: pgjdbc finds user and password in the address itself, and they outweigh given ones. */
    private static DatabaseLogin fromJdbc(String url) {
        return new DatabaseLogin(url, "", "");
    }

    private static DatabaseLogin fromUri(String url) {
        try {
            URI uri = new URI(url);
            boolean known = "postgres".equals(uri.getScheme()) || "postgresql".equals(uri.getScheme());
            if (!known || uri.getHost() == null || uri.getUserInfo() == null) {
                throw new StartRefused("FOURLEAF_DATABASE_URL is not a PostgreSQL address with a user.", EXPECTED);
            }
            String[] credentials = uri.getUserInfo().split(":", 2);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new DatabaseLogin(
                    "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query,
                    credentials[0],
                    credentials.length > 1 ? credentials[1] : "");
        } catch (URISyntaxException e) {
            // The reason only: the whole message would print the password.
            throw new StartRefused("FOURLEAF_DATABASE_URL cannot be read: " + e.getReason() + ".", EXPECTED);
        }
    }

    private void checkVersionAndRole() {
        try (Connection connection = login.connect();
                Statement sql = connection.createStatement()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < VERSION_MIN) {
                throw new StartRefused(
                        "The database at FOURLEAF_DATABASE_URL is PostgreSQL %d.".formatted(version),
                        "Fourleaf needs PostgreSQL %d or newer.".formatted(VERSION_MIN));
            }
            if (!mayActAsApp(sql)) {
                grantApp(sql);
            }
        } catch (SQLException e) {
            throw new StartRefused(
                    "The database at FOURLEAF_DATABASE_URL does not let Fourleaf in: " + e.getMessage(),
                    "Check host, port, user, password and database name.",
                    e);
        }
    }

    private static boolean mayActAsApp(Statement sql) throws SQLException {
        try (ResultSet rows = sql.executeQuery(
                "select pg_has_role(current_user, oid, 'SET') from pg_roles where rolname = 'fourleaf_app'")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** Without inheritance: were the login's own rights those of the application, the two could not be told apart. */
    private void grantApp(Statement sql) throws SQLException {
        String role = nameOfLogin(sql);
        String grant = "grant fourleaf_app to %s with inherit false, set true".formatted(role);
        try {
            sql.execute("""
                    do $$ begin
                        if not exists (select 1 from pg_roles where rolname = 'fourleaf_app') then
                            create role fourleaf_app nologin;
                        end if;
                    end $$
                    """);
            sql.execute(grant);
        } catch (SQLException e) {
            throw new StartRefused(
                    "The login %s of FOURLEAF_DATABASE_URL may not make the role fourleaf_app: %s"
                            .formatted(role, e.getMessage()),
                    "Let a superuser run: create role fourleaf_app nologin; %s;".formatted(grant),
                    e);
        }
    }

    private static String nameOfLogin(Statement sql) throws SQLException {
        try (ResultSet rows = sql.executeQuery("select quote_ident(current_user)")) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public DatabaseLogin owner() {
        return login;
    }

    @Override
    public DatabaseLogin pool() {
        return login;
    }

    @Override
    public void close() {
        // Not ours to stop.
    }
}

package org.fourleaf.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What only a superuser may do in the embedded server, and the only time Fourleaf acts as one. */
final class Bootstrap {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "fourleaf_owner";
    static final String APP = "fourleaf_app";
    static final String DATABASE = "fourleaf";

    private Bootstrap() {}

    static void run(EmbeddedPostgres postgres) throws SQLException {
        try (Connection superuser = postgres.superuser("postgres").connect();
                Statement sql = superuser.createStatement()) {
            createRole(sql, postgres.login(DATABASE, OWNER));
            createRole(sql, postgres.login(DATABASE, APP));
            if (!exists(superuser, "select 1 from pg_database where datname = ?", DATABASE)) {
                sql.execute("create database fourleaf owner fourleaf_owner");
                sql.execute("revoke all on database fourleaf from public");
            }
        }
        try (Connection superuser = postgres.superuser(DATABASE).connect();
                Statement sql = superuser.createStatement()) {
            sql.execute("create extension if not exists pg_stat_statements");
        }
    }

    /** Roles are made, never changed; a password is that of the data folder from the first start on. */
    private static void createRole(Statement sql, DatabaseLogin login) throws SQLException {
        if (!exists(sql.getConnection(), "select 1 from pg_roles where rolname = ?", login.user())) {
            sql.execute("create role %s login noinherit password '%s'".formatted(login.user(), login.password()));
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}

package org.fourleaf.platform.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.fourleaf.platform.StartRefused;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A real PostgreSQL for the tests of one JVM: started by the first test that asks, migrated, empty. The cluster is kept
 * between runs and the database is made anew; JVMs running at the same time each take a cluster of their own.
 */
public final class TestDatabase {

    private static final Path CLUSTERS = Path.of("target", "test-postgres");
    private static final int CLUSTERS_MAX = 32;

    /** Loses data when the machine crashes, which no test outlives. */
    private static final Map<String, String> FAST =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "200");

    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    private static EmbeddedPostgres start() {
        // pgjdbc makes this the zone of every session: east of all others and no whole hour from UTC, so that
        // anything that forgets to name a zone shows.
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
        DataFolder folder = freeFolder();
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, FAST);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "test-postgres-stop"));
        try {
            recreateDatabase(server);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Migrations.run(server.owner());
        return server;
    }

    private static DataFolder freeFolder() {
        for (int number = 0; ; number++) {
            try {
                return DataFolder.open(CLUSTERS.resolve(Integer.toString(number)));
            } catch (StartRefused taken) {
                if (number == CLUSTERS_MAX) {
                    throw taken;
                }
            }
        }
    }

    private static void recreateDatabase(EmbeddedPostgres server) throws SQLException {
        try (Connection superuser = server.superuser("postgres").connect();
                Statement sql = superuser.createStatement()) {
            sql.execute("drop database if exists fourleaf with (force)");
            sql.execute("create database fourleaf owner fourleaf_owner strategy file_copy");
            sql.execute("grant fourleaf_app to fourleaf_owner with inherit false, set true");
        }
    }

    /** What the application's pool may do: row-level security applies. */
    public static DataSource app() {
        return dataSource(SERVER.pool());
    }

    /** What migrations may do: sees the rows of all workspaces, for arranging and for looking behind the scenes. */
    public static DataSource owner() {
        return dataSource(SERVER.owner());
    }

    /** The value of FOURLEAF_DATABASE_URL with which an application uses this database. */
    public static String url() {
        DatabaseLogin owner = SERVER.owner();
        return "%s&user=%s&password=%s".formatted(owner.url(), owner.user(), owner.password());
    }

    /** Where this JVM's PostgreSQL programs are unpacked. */
    static Path home() {
        return SERVER.home();
    }

    /** The running server's process. */
    static long pid() {
        return SERVER.pid();
    }

    private static DataSource dataSource(DatabaseLogin login) {
        return new DriverManagerDataSource(login.url(), login.user(), login.password());
    }
}

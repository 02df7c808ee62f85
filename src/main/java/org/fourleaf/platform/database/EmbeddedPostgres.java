package org.fourleaf.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourleaf.platform.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Fourleaf's own PostgreSQL: a child process on the loopback interface with its data in the data folder, durable, and
 * none the worse for a kill of either process.
 */
final class EmbeddedPostgres implements Database {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);
    private static final int STARTS_MAX = 3;

    /**
     * For a small machine: little memory, few wake-ups, checkpoints far apart. No replication, so WAL says only what
     * recovery needs; asynchronous I/O workers would be three more processes: docs/adr/0006 has the figures.
     */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("effective_cache_size", "512MB"),
            Map.entry("maintenance_work_mem", "64MB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("io_method", "sync"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("wal_compression", "pglz"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("max_wal_size", "512MB"),
            Map.entry("shared_preload_libraries", "pg_stat_statements"),
            Map.entry("autovacuum_max_workers", "2"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("timezone", "UTC"));

    private final DataFolder folder;
    private final Path home;
    private final Path data;
    private final PostgresBinaries programs;
    private final Map<String, String> settings;
    private final ServerProcess server;
    private final int port;

    private EmbeddedPostgres(DataFolder folder, Map<String, String> moreSettings) {
        this.folder = folder;
        this.home = folder.folder("postgres");
        this.data = home.resolve("data");
        this.settings = new LinkedHashMap<>(SETTINGS);
        settings.putAll(moreSettings);
        this.programs = PostgresBinaries.unpackedIn(home);
        createCluster();
        new OrphanedServer(data, programs).stop();
        // Between choosing a free port and binding it somebody may take it; dying backends may hold shared memory.
        for (int attempt = 1; ; attempt++) {
            int candidate = freePort();
            ServerProcess started = ServerProcess.start(serverCommand(candidate), home.resolve("postgres.log"));
            if (started.awaitReady(data, READY_WITHIN)) {
                this.port = candidate;
                this.server = started;
                break;
            }
            if (attempt == STARTS_MAX) {
                throw new StartRefused(
                        "The embedded PostgreSQL does not start; its last words: " + started.lastLine(),
                        "See " + home.resolve("postgres.log"));
            }
        }
    }

    /** Starts the server of that folder, making the cluster, its roles and the database where they are missing. */
    static EmbeddedPostgres start(DataFolder folder, Map<String, String> moreSettings) {
        EmbeddedPostgres postgres = new EmbeddedPostgres(folder, moreSettings);
        try {
            Bootstrap.run(postgres);
        } catch (SQLException e) {
            postgres.close();
            throw new StartRefused(
                    "The embedded PostgreSQL refuses its superuser: " + e.getMessage(),
                    "Restore %s from a backup; the passwords are kept there.".formatted(folder.folder("secrets")),
                    e);
        }
        return postgres;
    }

    /** Made under another name and then renamed, so that a crash in between leaves nothing that looks like data. */
    private void createCluster() {
        Path versionFile = data.resolve("PG_VERSION");
        try {
            if (Files.exists(versionFile)) {
                String version = Files.readString(versionFile).strip();
                if (!version.equals(PostgresBinaries.MAJOR_VERSION)) {
                    throw new StartRefused(
                            "%s holds data of PostgreSQL %s; this Fourleaf carries %s."
                                    .formatted(data, version, PostgresBinaries.MAJOR_VERSION),
                            "Start the Fourleaf version that wrote it, or see docs/operations/running.md on upgrades.");
                }
                return;
            }
            Path draft = home.resolve("data-new");
            FileSystemUtils.deleteRecursively(draft);
            folder.secret(Bootstrap.SUPERUSER);
            programs.run(
                    "initdb",
                    "--pgdata=" + draft,
                    "--username=" + Bootstrap.SUPERUSER,
                    "--pwfile=" + folder.secretFile(Bootstrap.SUPERUSER),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--data-checksums");
            Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartRefused(
                    "The database folder %s cannot be used: %s.".formatted(data, e),
                    "Check the permissions and the free space of FOURLEAF_DATA.",
                    e);
        }
    }

    private List<String> serverCommand(int candidate) {
        List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(candidate)));
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return programs.serverCommand(arguments);
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new StartRefused(
                    "No port is free on the loopback interface: " + e, "Check the machine's network.", e);
        }
    }

    @Override
    public DatabaseLogin owner() {
        return login(Bootstrap.DATABASE, Bootstrap.OWNER);
    }

    @Override
    public DatabaseLogin pool() {
        return login(Bootstrap.DATABASE, Bootstrap.APP);
    }

    DatabaseLogin superuser(String database) {
        return login(database, Bootstrap.SUPERUSER);
    }

    DatabaseLogin login(String database, String role) {
        String url = "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable&gssEncMode=disable".formatted(port, database);
        return new DatabaseLogin(url, role, folder.secret(role));
    }

    Path home() {
        return home;
    }

    long pid() {
        return server.pid();
    }

    @Override
    public void close() {
        if (!server.isAlive()) {
            return;
        }
        programs.run("pg_ctl", "kill", "INT", Long.toString(server.pid()));
        if (!server.exitedWithin(STOPPED_WITHIN)) {
            log.warn("PostgreSQL still runs after {}; killing it, its log will be replayed.", STOPPED_WITHIN);
            server.kill();
        }
    }
}

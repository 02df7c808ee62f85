package org.fourleaf.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fourleaf as an operator starts, kills and starts it again: whole processes with their own database. */
class FourleafProcessTest {

    private final Path data = FreshFolder.withPrograms();
    private final List<FourleafProcess> started = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (FourleafProcess process : started) {
            process.stop();
        }
    }

    @Test
    void after_a_kill_the_next_start_takes_over_and_has_everything() throws Exception {
        FourleafProcess first = start(data);
        first.awaitReady();
        long orphan = Long.parseLong(pidFile().getFirst());
        query("insert into workspace (id, name, time_zone, language)"
                + " values (gen_random_uuid(), 'Kept', 'UTC', 'en') returning name");

        first.kill();
        FourleafProcess next = start(data);
        next.awaitReady();

        assertThat(query("select name from workspace")).isEqualTo("Kept");
        assertThat(Long.parseLong(pidFile().getFirst())).isNotEqualTo(orphan);
        assertThat(ProcessHandle.of(orphan)).isNotPresent();
    }

    @Test
    void a_second_one_on_the_same_folder_is_refused_in_two_lines_and_the_first_lives_on() throws Exception {
        FourleafProcess first = start(data);
        first.awaitReady();

        FourleafProcess second = start(data);

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output())
                .containsExactly(
                        "Fourleaf did not start: Another Fourleaf (process %d) is using the data folder %s."
                                .formatted(first.pid(), data),
                        "Stop it first, or set FOURLEAF_DATA to a folder of its own.");
        assertThat(query("select 'alive'")).isEqualTo("alive");
    }

    @Test
    void a_taken_port_is_refused_in_two_lines_and_the_database_is_stopped() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("0.0.0.0"))) {
            FourleafProcess first = start(data, "FOURLEAF_PORT", Integer.toString(taken.getLocalPort()));

            assertThat(first.exitCode()).isEqualTo(1);
            assertThat(first.output())
                    .containsExactly(
                            "Fourleaf did not start: Port %d is already in use.".formatted(taken.getLocalPort()),
                            "Stop the program that listens on it, or set FOURLEAF_PORT to a free port.");
        }
        assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void being_asked_to_stop_it_stops_its_database_cleanly() throws Exception {
        FourleafProcess first = start(data);
        first.awaitReady();
        first.stop();

        assertThat(Files.readString(data.resolve("postgres/postgres.log"))).endsWith("database system is shut down\n");
    }

    private FourleafProcess start(Path folder, String... variables) throws IOException {
        FourleafProcess process = FourleafProcess.start(folder, variables);
        started.add(process);
        return process;
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(data.resolve("postgres/data/postmaster.pid"));
    }

    private String query(String statement) throws IOException, SQLException {
        String port = pidFile().get(3);
        String password = Files.readString(data.resolve("secrets/fourleaf_app"));
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/fourleaf", "fourleaf_app", password);
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(statement)) {
            rows.next();
            return rows.getString(1);
        }
    }
}

package org.fourleaf.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresTest {

    private DataFolder folder;
    private EmbeddedPostgres server;

    @BeforeEach
    void start() {
        folder = DataFolder.open(FreshFolder.withPrograms());
        server = EmbeddedPostgres.start(folder, Map.of());
        owner().sql("create table kept (id int primary key)").update();
        owner().sql("insert into kept values (1)").update();
    }

    @AfterEach
    void stop() {
        server.close();
        folder.close();
    }

    @Test
    void what_was_committed_is_there_after_a_restart() {
        server.close();
        server = EmbeddedPostgres.start(folder, Map.of());

        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void what_was_committed_is_there_after_a_kill() throws Exception {
        kill(server.pid());
        server = EmbeddedPostgres.start(folder, Map.of());

        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void a_server_left_running_is_stopped_and_replaced() {
        long orphan = server.pid();
        server = EmbeddedPostgres.start(folder, Map.of());

        assertThat(ProcessHandle.of(orphan)).isNotPresent();
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void a_server_still_stopping_is_waited_for() throws Exception {
        // SIGTERM lets this open connection finish first, so the server is stopping for as long as it likes.
        try (var lingering = server.owner().connect()) {
            new ProcessBuilder("kill", "-TERM", Long.toString(server.pid()))
                    .start()
                    .waitFor();
            server = EmbeddedPostgres.start(folder, Map.of());
            assertThat(lingering.isValid(1)).isFalse();
        }
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void a_process_that_got_the_old_number_is_left_alone() throws Exception {
        Process bystander = new ProcessBuilder("sleep", "600").start();
        try {
            kill(server.pid());
            recordAsServer(bystander.pid());
            server = EmbeddedPostgres.start(folder, Map.of());

            assertThat(bystander.isAlive()).isTrue();
            assertThat(kept()).isEqualTo(1);
        } finally {
            bystander.destroy();
        }
    }

    @Test
    void the_server_of_another_folder_that_got_the_old_number_is_left_alone() throws Exception {
        kill(server.pid());
        recordAsServer(TestDatabase.pid());
        server = EmbeddedPostgres.start(folder, Map.of());

        assertThat(kept()).isEqualTo(1);
        assertThat(ProcessHandle.of(TestDatabase.pid())).isPresent();
    }

    @Test
    void it_is_durable_and_heard_on_this_machine_only() {
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("data_checksums")).isEqualTo("on");
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting("unix_socket_directories")).isEmpty();
    }

    private void recordAsServer(long pid) throws IOException {
        Path pidFile = folder.path().resolve("postgres/data/postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
        lines.set(0, Long.toString(pid));
        Files.write(pidFile, lines);
    }

    private static void kill(long pid) throws Exception {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    private String setting(String name) {
        return as(server.superuser(Bootstrap.DATABASE))
                .sql("show " + name)
                .query(String.class)
                .single();
    }

    private int kept() {
        return owner().sql("select count(*) from kept").query(Integer.class).single();
    }

    private JdbcClient owner() {
        return as(server.owner());
    }

    private static JdbcClient as(DatabaseLogin login) {
        return JdbcClient.create(new DriverManagerDataSource(login.url(), login.user(), login.password()));
    }
}

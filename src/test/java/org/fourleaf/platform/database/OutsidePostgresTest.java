package org.fourleaf.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.fourleaf.platform.StartRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutsidePostgresTest {

    private static DataFolder folder;
    private static EmbeddedPostgres server;

    /** A server that never heard of Fourleaf, with one database whose owner is told apart by what it may do. */
    @BeforeAll
    static void start() throws SQLException {
        folder = DataFolder.open(FreshFolder.withPrograms());
        server = EmbeddedPostgres.start(folder, Map.of("fsync", "off"));
        asSuperuser("drop database fourleaf", "drop role fourleaf_app", "drop role fourleaf_owner");
    }

    @AfterAll
    static void stop() {
        server.close();
        folder.close();
    }

    @Test
    void a_login_that_may_make_roles_needs_no_preparation() throws SQLException {
        asSuperuser("create role maker login createrole password 'm@ker/1'", "create database made owner maker");

        OutsidePostgres database = OutsidePostgres.at(address("maker:m%40ker%2F1", "made"));
        Migrations.run(database.owner());
        try (var pool = Pool.open(database.pool())) {
            assertThat(JdbcClient.create(pool)
                            .sql("select current_user || ' for ' || session_user")
                            .query(String.class)
                            .single())
                    .isEqualTo("fourleaf_app for maker");
        }
        OutsidePostgres.at(address("maker:m%40ker%2F1", "made"));
        asSuperuser("drop database made", "drop role fourleaf_app", "drop role maker");
    }

    @Test
    void a_login_that_may_not_make_roles_is_told_the_statements_to_run() throws SQLException {
        asSuperuser("create role \"de sk\" login password 'secret'", "create database desk owner \"de sk\"");
        String address = address("de%20sk:secret", "desk");

        StartRefused[] refusal = new StartRefused[1];
        assertThatThrownBy(() -> OutsidePostgres.at(address))
                .isInstanceOfSatisfying(StartRefused.class, refused -> refusal[0] = refused);
        assertThat(refusal[0]).hasMessageNotContaining("secret");
        asSuperuser(refusal[0].remedy().replaceFirst(".*run: ", ""));
        Migrations.run(OutsidePostgres.at(address).owner());

        asSuperuser("drop database desk", "drop role fourleaf_app", "drop role \"de sk\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"superuser", "bypassrls"})
    void a_pool_that_row_level_security_would_not_bind_is_refused(String attribute) throws SQLException {
        asSuperuser("create role fourleaf_app " + attribute, "create database bound");
        try {
            OutsidePostgres database = OutsidePostgres.at(address("postgres:" + folder.secret("postgres"), "bound"));
            assertThatThrownBy(() -> Pool.open(database.pool()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("workspaces would not be kept apart");
        } finally {
            asSuperuser("drop database bound", "drop role fourleaf_app");
        }
    }

    @Test
    void a_pool_with_the_rights_of_the_owner_is_refused() throws SQLException {
        asSuperuser(
                "create role owner login password 'secret'",
                "create role fourleaf_app",
                "grant owner to fourleaf_app",
                "create database owned owner owner");
        try {
            OutsidePostgres database = OutsidePostgres.at(address("postgres:" + folder.secret("postgres"), "owned"));
            assertThatThrownBy(() -> Pool.open(database.pool()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("owns Fourleaf's tables or database");
        } finally {
            asSuperuser("drop database owned", "drop role fourleaf_app", "drop role owner");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://u:p@db/desk,                     jdbc:postgresql://db/desk,             u,   p",
        "postgresql://u:p@db:5433/desk?sslmode=require, jdbc:postgresql://db:5433/desk?sslmode=require, u, p",
        "postgres://u%40x:p%3A%2F@[::1]/desk,        jdbc:postgresql://[::1]/desk,          u@x, p:/",
        "postgres://u@db/desk,                       jdbc:postgresql://db/desk,             u,   ''",
        "jdbc:postgresql://db/desk?user=u,           jdbc:postgresql://db/desk?user=u,      '',  ''",
    })
    void an_address_is_read(String address, String url, String user, String password) {
        assertThat(OutsidePostgres.login(address)).isEqualTo(new DatabaseLogin(url, user, password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://u:hunter2@db/desk", "postgres://db/desk", "hunter2", "postgres://u:hun ter2@db/x"})
    void a_wrong_address_is_refused_without_repeating_it(String address) {
        assertThatThrownBy(() -> OutsidePostgres.login(address))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        refusal -> assertThat(refusal.getMessage() + refusal.remedy())
                                .contains("FOURLEAF_DATABASE_URL")
                                .doesNotContain("hunter2", "ter2"));
    }

    private static String address(String credentials, String database) {
        String server = OutsidePostgresTest.server.superuser(database).url().replace("jdbc:postgresql://", "");
        return "postgres://" + credentials + "@" + server;
    }

    private static void asSuperuser(String... statements) throws SQLException {
        try (Connection superuser = server.superuser("postgres").connect();
                Statement sql = superuser.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }
}

package org.fourleaf.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.fourleaf.platform.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class DatabaseStartTest {

    @Autowired
    JdbcClient sql;

    @Test
    void the_application_acts_as_the_unprivileged_role() {
        assertThat(sql.sql("select current_user").query(String.class).single()).isEqualTo("fourleaf_app");
    }

    @Test
    void a_protected_table_shows_and_takes_nothing_while_no_workspace_is_set() {
        UUID workspace = Ids.next();
        JdbcClient owner = JdbcClient.create(TestDatabase.owner());
        owner.sql("insert into log_poison values (?, 'reader', 1, 1, 'error')")
                .param(workspace)
                .update();

        assertThat(sql.sql("select count(*) from log_poison")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> sql.sql("insert into log_poison values (?, 'reader', 2, 1, 'error')")
                        .param(workspace)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasRootCauseMessage("ERROR: new row violates row-level security policy for table \"log_poison\"");
    }

    @Test
    void no_session_uses_utc_by_chance() {
        assertThat(sql.sql("show time zone").query(String.class).single()).isEqualTo("Pacific/Chatham");
    }
}

package org.fourleaf.signin;

import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.database.Row;
import org.fourleaf.platform.database.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads and saves failed sign-ins, by what was typed: whether such an agent exists makes no difference. */
@Component
class SignInFailureStore {

    /** @param here of the same address as this try */
    record Failures(int all, int here) {}

    private final JdbcClient jdbc;

    SignInFailureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Failures count(UUID workspace, String email, String address, Instant since) {
        return jdbc.sql("""
                        select count(*) as n, count(*) filter (where address = :address) as here from sign_in_failure
                        where workspace_id = :w and email = :email and at > :since
                        """)
                .param("w", workspace)
                .param("email", email)
                .param("address", address)
                .param("since", Sql.bind(since))
                .query(Row.as(row -> new Failures(row.number("n"), row.number("here"))))
                .single();
    }

    void insert(UUID workspace, String email, String address, Instant at) {
        jdbc.sql(
                        "insert into sign_in_failure (workspace_id, email, at, id, address) values (:w, :email, :at, :id, :address)")
                .param("w", workspace)
                .param("email", email)
                .param("at", Sql.bind(at))
                .param("id", Ids.next())
                .param("address", address)
                .update();
    }

    void deleteAll(UUID workspace, String email) {
        jdbc.sql("delete from sign_in_failure where workspace_id = :w and email = :email")
                .param("w", workspace)
                .param("email", email)
                .update();
    }

    /** Of every workspace, and sessions that have expired with them. */
    int forgetOld(Instant now) {
        return jdbc.sql("select forget_old_sign_ins(:now)")
                .param("now", Sql.bind(now))
                .query(Integer.class)
                .single();
    }
}

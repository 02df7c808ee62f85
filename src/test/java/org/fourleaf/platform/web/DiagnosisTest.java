package org.fourleaf.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.fourleaf.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DiagnosisTest {

    private static final String SECRET = "password=hunter2 in select * from agent";

    @Test
    void what_is_taken_already_is_a_conflict() {
        Problem problem = Diagnosis.of(new DuplicateKeyException(SECRET)).problem();
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25P04", "57P01", "08006", "53300", "40P01"})
    void a_database_that_is_away_or_too_slow_is_asked_again_later(String state) {
        Problem.Answer answer =
                Diagnosis.of(new UncategorizedSQLException("query", SECRET, new SQLException(SECRET, state)));
        assertThat(answer.problem().status()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("Retry-After");
        assertThat(answer.problem().toString()).doesNotContain(SECRET);
    }

    @Test
    void without_a_connection_it_is_later_too() {
        assertThat(Diagnosis.of(new CannotCreateTransactionException(SECRET))
                        .problem()
                        .status())
                .isEqualTo(503);
        assertThat(Diagnosis.of(new TransactionSystemException(SECRET))
                        .problem()
                        .status())
                .isEqualTo(503);
        assertThat(Diagnosis.of(new CannotGetJdbcConnectionException(SECRET))
                        .problem()
                        .status())
                .isEqualTo(503);
    }

    @Test
    void our_own_mistakes_are_incidents_that_tell_the_caller_nothing() {
        SQLException wrong = new SQLException(SECRET, "42601");
        for (Exception mistake : new Exception[] {
            new BadSqlGrammarException("query", SECRET, wrong),
            new IllegalStateException(SECRET),
            new IOException(SECRET)
        }) {
            Problem problem = Diagnosis.of(mistake).problem();
            assertThat(problem.status()).isEqualTo(500);
            assertThat(problem.type()).isEqualTo("/problems/incident");
            assertThat(problem.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void a_refusal_is_found_however_it_comes_wrapped() {
        Problem problem = Diagnosis.of(new IllegalStateException(new IOException(Refusal.stale())))
                .problem();
        assertThat(problem.status()).isEqualTo(412);
        assertThat(problem.type()).isEqualTo("/problems/stale");
    }
}

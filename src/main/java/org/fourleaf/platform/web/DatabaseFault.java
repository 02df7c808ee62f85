package org.fourleaf.platform.web;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/** What the caller can make of an error of the database: a conflict, or "later". */
final class DatabaseFault {

    private static final String RETRY_AFTER_SECONDS = "5";

    /** SQL states that pass: connection lost, out of resources, cancelled or shut down, serialisation, transaction_timeout. */
    private static final List<String> PASSING_STATES = List.of("08", "40", "53", "57", "25P03", "25P04", "55P03");

    /** Class 22: a value that its column can't hold and that no check of ours caught. */
    private static final String DATA_EXCEPTION = "22";

    private DatabaseFault() {}

    /** None when it is our own mistake, such as a statement that does not parse. */
    static Problem.@Nullable Answer of(Throwable thrown) {
        if (sqlState(thrown).startsWith(DATA_EXCEPTION)) {
            return new Problem.Answer(Problem.of(
                    400,
                    "malformed",
                    "A value can't be kept: a number or time out of range, or a text with a NUL in it."));
        }
        if (thrown instanceof DataIntegrityViolationException) {
            return new Problem.Answer(Problem.of(
                    409, "conflict", "It conflicts with what is there already, or with a change made meanwhile."));
        }
        return passes(thrown)
                ? new Problem.Answer(Diagnosis.ofStatus(503), Map.of(Problem.RETRY_AFTER, RETRY_AFTER_SECONDS))
                : null;
    }

    private static boolean passes(Throwable thrown) {
        if (thrown instanceof TransientDataAccessException
                || thrown instanceof DataAccessResourceFailureException
                || thrown instanceof CannotCreateTransactionException
                || thrown instanceof TransactionSystemException
                || thrown instanceof TransactionTimedOutException) {
            return true;
        }
        return PASSING_STATES.stream().anyMatch(sqlState(thrown)::startsWith);
    }

    /** Empty when it is not about SQL. */
    private static String sqlState(Throwable thrown) {
        return NestedExceptionUtils.getMostSpecificCause(thrown) instanceof SQLException sql
                        && sql.getSQLState() != null
                ? sql.getSQLState()
                : "";
    }
}

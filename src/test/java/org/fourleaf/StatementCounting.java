package org.fourleaf;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which SQL statements were executed on which thread, since a statement's journey costs more than most of them do. Closing stops it. */
public final class StatementCounting implements AutoCloseable {

    private static final String SAID_BEFORE = "Executing prepared SQL statement [";

    /** @param thread by number: virtual ones have no names */
    private record Executed(long thread, String sql) {}

    private final Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private final Level before = logger.getLevel();
    private final boolean additive = logger.isAdditive();
    private final List<Executed> executed = Collections.synchronizedList(new ArrayList<>());
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            String said = event.getFormattedMessage();
            if (said.startsWith(SAID_BEFORE)) {
                executed.add(new Executed(
                        Thread.currentThread().threadId(), said.substring(SAID_BEFORE.length(), said.length() - 1)));
            }
        }
    };

    public StatementCounting() {
        appender.setContext(logger.getLoggerContext());
        appender.start();
        logger.addAppender(appender);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
    }

    /** All statements of the thread that executed one beginning so; none when nobody did. */
    public List<String> ofThreadThatDid(String beginning) {
        List<Executed> all = List.copyOf(executed);
        return all.stream()
                .filter(one -> one.sql.strip().startsWith(beginning))
                .findFirst()
                .map(one -> of(all, one.thread))
                .orElse(List.of());
    }

    public List<String> ofThisThread() {
        return of(List.copyOf(executed), Thread.currentThread().threadId());
    }

    private static List<String> of(List<Executed> all, long thread) {
        return all.stream()
                .filter(one -> one.thread == thread)
                .map(one -> one.sql.strip().replaceAll("\\s+", " "))
                .toList();
    }

    @Override
    public void close() {
        logger.setLevel(before);
        logger.setAdditive(additive);
        logger.detachAppender(appender);
        appender.stop();
    }
}

package org.fourleaf.platform.log;

import java.util.List;
import java.util.Set;

/**
 * Somebody who may lag: reads the log in order and keeps a result, exactly once, because its effects and its position commit
 * together. A reader has methods {@code on(SomeFact fact)} or {@code on(SomeFact fact, Recorded line)} for the kinds it cares about;
 * one that works on whole pages overrides {@link #read} instead.
 *
 * <p>Runs inside the workspace and inside the transaction that moves its position: write with ordinary stores, call nothing outside.
 */
public interface LogReader {

    /** Stored beside the position: never change it. */
    String name();

    /**
     * The kinds it is handed lines of; a page without any costs it nothing. Unsaid: those its {@code on(…)} methods take, or all when it
     * has none. One more kind later is read from then on only.
     */
    default Set<ActivityKind> kinds() {
        return ReaderMethods.of(getClass()).kinds();
    }

    /** @param page lines of its kinds only, at least one */
    default void read(List<Recorded> page, Log log) {
        ReaderMethods methods = ReaderMethods.of(getClass());
        for (Recorded line : page) {
            methods.deliver(this, line, log);
        }
    }
}

package org.fourleaf.platform.log;

import java.util.List;

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

    default void read(List<Recorded> page, Log log) {
        ReaderMethods methods = ReaderMethods.of(getClass());
        for (Recorded line : page) {
            methods.deliver(this, line, log);
        }
    }
}

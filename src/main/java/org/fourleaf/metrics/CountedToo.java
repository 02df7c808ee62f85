package org.fourleaf.metrics;

import java.util.UUID;

/** What another module counts from the log, and what is counted anew whenever the figures are. */
public interface CountedToo {

    /** The name of its reader of the log. */
    String reader();

    /** Some of it at once. @return whether there may be more to forget */
    boolean forgetSome(UUID workspace);
}

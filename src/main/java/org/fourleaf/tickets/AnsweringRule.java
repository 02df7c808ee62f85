package org.fourleaf.tickets;

import org.fourleaf.platform.Actor;

/** Whose tickets an agent may answer; implemented by the module that hands tickets out. */
public interface AnsweringRule {

    /** Whether the agent answers only what is theirs: tickets they were given, never ones they picked. */
    boolean onlyOwn(Actor by);
}

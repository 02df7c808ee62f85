package org.fourleaf.attention;

import java.time.Instant;
import org.fourleaf.people.PersonName;

/** An agent with a ticket on screen. @param until when this is over unless the browser says otherwise before */
public record Onlooker(String ticket, PersonName agent, AttentionState state, Instant since, Instant until) {}

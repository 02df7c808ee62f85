package org.fourleaf.game;

import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What whoever asks reads: the language of an agent, English of whom we don't know. */
@Component
@Transactional(readOnly = true)
public class ReaderLanguage {

    private final Agents agents;

    ReaderLanguage(Agents agents) {
        this.agents = agents;
    }

    public String of(Actor by) {
        return by.isAgent() ? agents.readable(by, by.agentId()).language() : "en";
    }
}

package org.fourleaf.levels;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.platform.log.ActivityKind;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.log.LogReader;
import org.fourleaf.platform.log.Recorded;
import org.springframework.stereotype.Component;

/** Notes who did something themselves, so that their level is looked at. What is imported is nobody's turn. */
@Component
class LevelWatch implements LogReader {

    private final AgentLevelStore store;
    private final Clock clock;

    LevelWatch(AgentLevelStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "levels";
    }

    @Override
    public Set<ActivityKind> kinds() {
        return EnumSet.of(
                ActivityKind.MESSAGE_SENT,
                ActivityKind.TICKET_RESOLVED,
                ActivityKind.NOTE_ADDED,
                ActivityKind.RATING_GIVEN,
                ActivityKind.SURVEY_ANSWERED,
                ActivityKind.CHAT_ACCEPTED,
                ActivityKind.CHAT_ENDED,
                ActivityKind.CALL_ANSWERED,
                ActivityKind.CALL_ENDED,
                ActivityKind.PRESENCE_CHANGED,
                ActivityKind.POINTS_GIVEN);
    }

    @Override
    public void read(List<Recorded> page, Log log) {
        Set<UUID> agents = new HashSet<>();
        for (Recorded line : page) {
            if (line.agent() != null && !line.imported()) {
                agents.add(line.agent());
            }
        }
        if (!agents.isEmpty()) {
            store.look(page.getFirst().workspace(), agents, clock.instant());
        }
    }
}

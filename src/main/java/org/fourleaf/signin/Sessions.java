package org.fourleaf.signin;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to sessions: an agent sees their own. */
@Component
@Transactional(readOnly = true)
class Sessions {

    private final SessionStore store;
    private final Clock clock;

    Sessions(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    List<Session> of(Actor by, UUID current) {
        return store.of(by.workspace(), by.agentId(), current, clock.instant());
    }
}

package org.fourleaf.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.Workspaces;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes that a session or token was used, once a minute at most; a session lives on from there. */
@Component
class LastSeen {

    private final SessionStore sessions;
    private final TokenStore tokens;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LastSeen(SessionStore sessions, TokenStore tokens, TransactionTemplate transaction, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.transaction = transaction;
        this.clock = clock;
    }

    void ofSession(Actor by, UUID session) {
        Instant now = clock.instant();
        inWorkspace(by, () -> sessions.seen(by.workspace(), session, now, now.plus(Session.LIVES_FOR)));
    }

    void ofToken(Actor by, UUID token) {
        inWorkspace(by, () -> tokens.used(by.workspace(), token, clock.instant()));
    }

    /** The caller is only being recognised: the request's own workspace is not set yet. */
    private void inWorkspace(Actor by, Runnable work) {
        Workspaces.run(by.workspace(), () -> transaction.executeWithoutResult(status -> work.run()));
    }
}

package org.fourleaf.email;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fourleaf.platform.Actor;

/** What the mails filed in one transaction share: who files, at what moment, and our mailboxes. */
record FilingRound(Actor by, Mailboxes.Own own, Instant now) {

    /** One mail's way through the decisions, written down as it goes. */
    static final class Trail {
        private final List<Intake.Decision> decisions = new ArrayList<>();

        void add(String step, String result, String why) {
            decisions.add(new Intake.Decision(step, result, why));
        }

        List<Intake.Decision> decisions() {
            return List.copyOf(decisions);
        }
    }

    /** What our own mails carry in X-Loop. */
    static String loopMark(Actor by) {
        return "fourleaf-" + by.workspace();
    }

    Mailbox mailbox(Intake intake) {
        return own.byId(intake.mailbox()).orElseThrow();
    }
}

package org.fourleaf.demo;

import java.time.Instant;
import org.fourleaf.demo.Cast.Member;
import org.fourleaf.platform.log.ActivityKind;
import tools.jackson.databind.node.ObjectNode;

/** Telephones: a call with all the facts it leaves. */
record Calls(Diary diary, Cast.Person customer, Chance chance) {

    /** How often a customer calls about a case too. */
    static final double BY_CUSTOMER = 0.12;

    /** How often an agent calls back, where the customer did not. */
    static final double BY_AGENT = 0.1;

    ObjectNode called(String direction, Instant at) {
        var facts = Diary.facts().put("direction", direction);
        diary.say(facts, at, customer.who().phone(), null);
        return facts;
    }

    /** A call with all its facts. @return when it ended */
    Instant talk(Member member, Instant at, int talk, boolean incoming) {
        diary.writeCall(
                at, ActivityKind.CALL_STARTED, incoming ? null : member.id(), called(incoming ? "in" : "out", at));
        Instant answered = at;
        if (incoming) {
            int ringing = chance.from(3, 18);
            int waited = ringing + (chance.happens(0.7) ? 0 : chance.from(5, 90));
            answered = at.plusSeconds(waited);
            diary.writeCall(answered.minusSeconds(ringing), ActivityKind.CALL_OFFERED, member.id(), Diary.facts());
            diary.writeCall(
                    answered,
                    ActivityKind.CALL_ANSWERED,
                    member.id(),
                    Diary.facts().put("seconds", ringing).put("waited", waited));
        }
        int hold = chance.happens(0.3) ? chance.from(10, 120) : 0;
        int wrap = chance.from(10, 80);
        Instant ended = answered.plusSeconds((long) talk + hold);
        diary.writeCall(
                ended,
                ActivityKind.CALL_ENDED,
                member.id(),
                Diary.facts()
                        .put("direction", incoming ? "in" : "out")
                        .put("talk", talk)
                        .put("hold", hold)
                        .put("wrap", wrap));
        return ended;
    }
}

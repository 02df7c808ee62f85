package org.fourleaf.demo;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One conversation as it is written in {@code /demo/conversations-*.json}, to be played by many customers. */
record Script(
        String key,
        String subject,
        String department,
        String type,
        String priority,
        String channel,
        String state,
        Rating rating,
        Caller customer,
        List<String> tags,
        List<Turn> turns) {

    /** @param value reward, neutral, rebuke or none */
    record Rating(String value, @Nullable String comment) {}

    /** Who may play the customer. */
    record Caller(@Nullable String gender, boolean business) {}

    /** @param from customer, agent or note. @param after the turn before */
    record Turn(
            String from,
            Duration after,
            String text,
            @Nullable Boolean html,
            @Nullable List<String> attachments,
            @Nullable Integer talkSeconds) {

        List<String> files() {
            return attachments == null ? List.of() : attachments;
        }
    }

    boolean is(String channelName) {
        return channel.equals(channelName);
    }

    boolean isSpam() {
        return state.equals("spam");
    }

    boolean isAnswered() {
        return turns.stream().anyMatch(turn -> turn.from.equals("agent"));
    }

    /** A call nobody took. */
    boolean isMissedCall() {
        return is("call") && turns.stream().allMatch(turn -> turn.talkSeconds != null && turn.talkSeconds == 0);
    }
}

package org.fourleaf.email;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was accepted and waits to be filed.
 *
 * @param hash of the raw source among the blobs
 * @param envelopeTo the recipients of this mailbox as the sender wrote them; empty for an uploaded mail
 * @param attempts how often filing it has failed
 */
record Intake(
        UUID id,
        UUID mailbox,
        Source source,
        byte[] hash,
        long size,
        @Nullable String envelopeFrom,
        List<String> envelopeTo,
        @Nullable String rfcMessageId,
        Instant receivedAt,
        int attempts) {

    /** The way it came. Codes are stored. */
    enum Source {
        SMTP(1),
        API(2);

        private final int code;

        Source(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Source ofCode(int code) {
            return values()[code - 1];
        }
    }

    /** One thing that was decided about a mail, and why: shown to whoever asks where it went. */
    record Decision(String step, String result, String why) {}

    /** What a server said about an answer of ours. */
    record BounceNews(
            @Nullable String recipient,
            boolean hard,
            @Nullable String status,
            String reason) {}

    /** What became of it. */
    record Outcome(
            IntakeState state,
            @Nullable IntakeKind kind,
            @Nullable UUID ticket,
            @Nullable UUID message,
            @Nullable String reason,
            List<Decision> decisions,
            @Nullable BounceNews bounce) {}

    Intake {
        envelopeTo = List.copyOf(envelopeTo);
    }
}

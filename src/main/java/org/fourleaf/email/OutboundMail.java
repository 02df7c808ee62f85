package org.fourleaf.email;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.tickets.DeliveryState;
import org.jspecify.annotations.Nullable;

/**
 * An answer on its way out. Its state is the queue's: what a server said later of a recipient stands with the recipient.
 *
 * @param mailbox none when there was none to send from; then there is no Message-ID either
 * @param report why it waits or was not sent, when that is the same for all recipients
 * @param queuedAt when it was to go out first: the answer's time, or the time it was scheduled for
 */
record OutboundMail(
        UUID id,
        UUID ticket,
        UUID message,
        @Nullable UUID mailbox,
        @Nullable String rfcMessageId,
        DeliveryState state,
        @Nullable String report,
        int attempts,
        Instant queuedAt,
        List<Recipient> recipients) {

    /** One who is to get it, and how that went. @param report the server's own words */
    record Recipient(
            String address,
            Role role,
            DeliveryState state,
            @Nullable String report,
            Instant at) {

        Recipient now(DeliveryState to, @Nullable String words, Instant when) {
            return new Recipient(address, role, to, words, when);
        }
    }

    /** Where a recipient's address stands. Codes are stored. */
    enum Role {
        TO(1),
        CC(2),
        /** Gets it without standing in it. */
        BCC(3);

        private final int code;

        Role(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        static Role ofCode(int code) {
            return values()[code - 1];
        }
    }

    OutboundMail {
        recipients = List.copyOf(recipients);
    }

    OutboundMail to(List<Recipient> all) {
        return new OutboundMail(id, ticket, message, mailbox, rfcMessageId, state, report, attempts, queuedAt, all);
    }

    /** The worst of what is known: what the thread shows beside the answer. */
    static DeliveryState worst(List<Recipient> recipients) {
        DeliveryState worst = DeliveryState.SENT;
        for (Recipient recipient : recipients) {
            worst = rank(recipient.state) > rank(worst) ? recipient.state : worst;
        }
        return worst;
    }

    private static int rank(DeliveryState state) {
        return switch (state) {
            case SENT -> 0;
            case SCHEDULED -> 1;
            case SENDING -> 2;
            case DELAYED -> 3;
            case NOT_DELIVERED -> 4;
        };
    }
}

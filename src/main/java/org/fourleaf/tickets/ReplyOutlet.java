package org.fourleaf.tickets;

import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Whoever carries an answer out. Called in the transaction that stores the answer, so that the answer and the row that will
 * send it commit together; the sending happens after.
 */
public interface ReplyOutlet {

    /**
     * An answer before it is stored. All addresses are good ones.
     *
     * @param to none for the ticket's customer
     * @param aside to a third party, outside the customer's conversation
     * @param answers the Message-ID of what it answers in that other talk
     */
    record Outgoing(
            UUID message,
            List<String> to,
            List<String> cc,
            List<String> bcc,
            boolean aside,
            @Nullable String answers) {}

    /**
     * Where an answer goes and how it is named outside. The state is not delivered when there is no way to the customer, and
     * delayed when there is none yet.
     *
     * @param mailbox it is sent from
     * @param hindrance why there is no way
     */
    record Dispatch(
            List<String> to,
            List<String> cc,
            List<String> bcc,
            @Nullable UUID mailbox,
            @Nullable String rfcMessageId,
            @Nullable String rfcReferences,
            DeliveryState state,
            @Nullable String hindrance) {}

    boolean carries(Channel channel);

    Dispatch prepare(Actor by, Ticket ticket, Outgoing outgoing);

    /** Queues the stored answer to be sent at once; where there is no way, keeps why. */
    void queue(Actor by, Ticket ticket, Message answer, Dispatch dispatch);
}

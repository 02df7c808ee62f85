package org.fourleaf.tickets;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Whoever carries an answer to the customer. Called in the transaction that stores the answer, so that the answer and the row that will
 * send it commit together; the sending happens after.
 */
public interface ReplyOutlet {

    /** An answer before it is stored. @param sendAt not earlier than this; none for at once */
    record Outgoing(UUID message, List<String> cc, @Nullable Instant sendAt) {}

    /**
     * Where an answer goes and how it is named outside. The state is not delivered when there is no way to the customer.
     *
     * @param hindrance why there is none
     */
    record Dispatch(
            List<String> to,
            List<String> cc,
            @Nullable String rfcMessageId,
            @Nullable String rfcReferences,
            DeliveryState state,
            @Nullable String hindrance) {}

    boolean carries(Channel channel);

    Dispatch prepare(Actor by, Ticket ticket, Outgoing outgoing);

    /** Queues the stored answer; where there is no way to the customer, keeps why. */
    void queue(Actor by, Ticket ticket, Message answer, Dispatch dispatch, @Nullable Instant sendAt);
}

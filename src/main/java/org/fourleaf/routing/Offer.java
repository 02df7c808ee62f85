package org.fourleaf.routing;

import java.time.Instant;
import java.util.UUID;

/** A ticket an agent may have until a moment. */
record Offer(UUID id, UUID ticket, UUID agent, UUID department, Instant offeredAt, Instant until) {

    /** How it ended, as stored. */
    enum End {
        ACCEPTED(2),
        DECLINED(3),
        MISSED(4),
        WITHDRAWN(5);

        private final int code;

        End(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}

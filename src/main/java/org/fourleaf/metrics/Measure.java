package org.fourleaf.metrics;

/** A duration whose spread is kept, in bins. Codes are stored. */
enum Measure {
    FIRST_ANSWER(1),
    NEXT_ANSWER(2),
    FIRST_BUSINESS_ANSWER(3),
    NEXT_BUSINESS_ANSWER(4),
    FIRST_ASSIGN(5),
    RESOLUTION(6),
    CALL_ANSWERED_WAIT(7),
    CALL_ABANDONED_WAIT(8),
    CHAT_ACCEPTED_WAIT(9),
    CHAT_ABANDONED_WAIT(10);

    private final int code;

    Measure(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Measure ofCode(int code) {
        return values()[code - 1];
    }
}

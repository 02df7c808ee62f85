package org.fourleaf.mailreading;

/** The one way reading can fail: the caller keeps the raw mail and opens a ticket with it attached. */
public final class UnreadableMail extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableMail(String why) {
        super(why);
    }

    UnreadableMail(String why, Throwable cause) {
        super(why, cause);
    }
}

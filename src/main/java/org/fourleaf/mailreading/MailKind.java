package org.fourleaf.mailreading;

import java.util.List;
import java.util.Set;

/** What a mail is, as far as it decides what happens with it. */
public sealed interface MailKind {

    /** Somebody, or something, writes to us. An automatic one is read by people but must never get an automatic answer. */
    record Message(boolean automatic) implements MailKind {}

    /** A server tells what became of mail we sent; one entry per recipient it names, at least one. */
    record Bounced(List<Bounce> bounces) implements MailKind {}

    /** A machine's answer to our mail: out of office, a receipt, a confirmation of delivery. */
    record AutoReply() implements MailKind {}

    /** Our own mail come back. */
    record Loop() implements MailKind {}

    /** Own addresses in lower case; the mark is what our mails carry in {@code X-Loop}. */
    public static MailKind of(ReadMail mail, Set<String> ownAddresses, String loopMark) {
        return new MailSorting(mail).kind(ownAddresses, loopMark);
    }
}

package org.fourleaf.tickets;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.people.EmailAddress;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Who an answer is for, and what it answers or forwards. Every address is a good one and stands once.
 *
 * @param to none for whoever the answered message is from, or the ticket's customer
 */
public record Addressing(
        List<String> to,
        List<String> cc,
        List<String> bcc,
        @Nullable UUID inReplyTo) {

    static final int RECIPIENTS_MAX = 100;

    /** To the customer, answering what they wrote last. */
    public static final Addressing TO_CUSTOMER = new Addressing(List.of(), List.of(), List.of(), null);

    public Addressing {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
    }

    /** @throws Refusal invalid, pointing to the address, for one that is none; or for too many */
    static Addressing of(
            @Nullable List<String> to,
            @Nullable List<String> cc,
            @Nullable List<String> bcc,
            @Nullable UUID inReplyTo) {
        Set<String> named = new LinkedHashSet<>();
        Addressing addressing =
                new Addressing(good(to, "/to", named), good(cc, "/cc", named), good(bcc, "/bcc", named), inReplyTo);
        if (named.size() > RECIPIENTS_MAX) {
            throw Refusal.invalid("/to", "At most " + RECIPIENTS_MAX + " recipients in all.");
        }
        return addressing;
    }

    Addressing to(List<String> addresses) {
        return new Addressing(addresses, cc, bcc, inReplyTo);
    }

    private static List<String> good(@Nullable List<String> given, String pointer, Set<String> named) {
        List<String> good = new ArrayList<>();
        for (int i = 0; given != null && i < given.size(); i++) {
            String at = pointer + "/" + i;
            String address = EmailAddress.ofLenient(given.get(i))
                    .orElseThrow(() -> Refusal.invalid(at, "This must be an e-mail address."));
            if (named.add(address)) {
                good.add(address);
            }
        }
        return good;
    }
}

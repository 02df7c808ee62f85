package org.fourleaf.email;

import java.util.List;
import java.util.Optional;
import org.fourleaf.mailreading.MailAddress;
import org.fourleaf.mailreading.ReadMail;
import org.fourleaf.people.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Who a mail is from, as somebody who can be answered. @param address as it is compared: lower case */
record MailSender(String address, @Nullable String name, String why) {

    /** A domain that never resolves (RFC 2606), for mail that nobody signed. */
    private static final String NOWHERE = ".invalid";

    /**
     * Reply-To when it names one person who is not us, because web forms and booking systems put the customer there; a mailing list's
     * is the list. Else From, else the envelope's sender, else nobody.
     */
    static MailSender of(ReadMail mail, @Nullable String envelopeFrom, Mailboxes.Own own, Mailbox mailbox) {
        boolean isList = mail.headers().has("list-id") || mail.headers().has("list-post");
        Optional<MailSender> replyTo =
                isList ? Optional.empty() : only(mail.replyTo(), own, "Reply-To names who to answer");
        return replyTo.map(sender -> sender.namedLike(mail))
                .or(() -> first(mail.from(), "From"))
                .or(() -> first(mail.sender() == null ? List.of() : List.of(mail.sender()), "no From, so Sender"))
                .orElseGet(() -> ofEnvelope(envelopeFrom, mailbox));
    }

    /** For a mail whose headers can't be read. */
    static MailSender ofEnvelope(@Nullable String envelopeFrom, Mailbox mailbox) {
        return Optional.ofNullable(envelopeFrom)
                .flatMap(EmailAddress::ofLenient)
                .map(address -> new MailSender(address, null, "no From, so the envelope's sender"))
                .orElseGet(() -> new MailSender(
                        "unknown@" + mailbox.domain() + NOWHERE,
                        "Unknown sender",
                        "neither From nor an envelope sender"));
    }

    static boolean isNobody(String address) {
        return address.endsWith(NOWHERE);
    }

    private MailSender namedLike(ReadMail mail) {
        if (name != null) {
            return this;
        }
        return mail.from().stream()
                .filter(from -> from.name() != null)
                .findFirst()
                .map(from -> new MailSender(address, from.name(), why))
                .orElse(this);
    }

    private static Optional<MailSender> only(List<MailAddress> addresses, Mailboxes.Own own, String why) {
        return addresses.size() == 1
                ? first(addresses, why).filter(sender -> !own.owns(sender.address))
                : Optional.empty();
    }

    private static Optional<MailSender> first(List<MailAddress> addresses, String why) {
        for (MailAddress candidate : addresses) {
            Optional<String> address = EmailAddress.ofLenient(candidate.address());
            if (address.isPresent()) {
                return Optional.of(new MailSender(address.get(), candidate.name(), why));
            }
        }
        return Optional.empty();
    }
}

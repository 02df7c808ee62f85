package org.fourleaf.email;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.customers.Customer;
import org.fourleaf.customers.Customers;
import org.fourleaf.people.EmailAddress;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.tickets.AnswerQuery;
import org.fourleaf.tickets.Channel;
import org.fourleaf.tickets.DeliveryState;
import org.fourleaf.tickets.Message;
import org.fourleaf.tickets.Participants;
import org.fourleaf.tickets.ReplyOutlet;
import org.fourleaf.tickets.Ticket;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Carries answers by mail: names them, and queues them in the transaction that stores them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EmailOutlet implements ReplyOutlet {

    static final String NO_MAILBOX = "no mailbox is set up";
    static final String NO_ADDRESS = "the customer has no e-mail address";
    static final String DEMO = "a demonstration workspace sends no mail";

    private static final Set<Channel> CARRIED = Set.of(Channel.EMAIL, Channel.FORM, Channel.PORTAL, Channel.API);
    private static final int REFERENCES_MAX = 20;

    private final Customers customers;
    private final Mailboxes mailboxes;
    private final OutboxStore outbox;
    private final AnswerQuery answers;
    private final Participants participants;
    private final DispatchBell bell;
    private final Clock clock;

    EmailOutlet(
            Customers customers,
            Mailboxes mailboxes,
            OutboxStore outbox,
            AnswerQuery answers,
            Participants participants,
            DispatchBell bell,
            Clock clock) {
        this.customers = customers;
        this.mailboxes = mailboxes;
        this.outbox = outbox;
        this.answers = answers;
        this.participants = participants;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public boolean carries(Channel channel) {
        return CARRIED.contains(channel);
    }

    @Override
    public Dispatch prepare(Actor by, Ticket ticket, Outgoing outgoing) {
        Mailboxes.Own own = mailboxes.own(by);
        Customer customer = customers.readable(by, ticket.customer());
        String to = customer.email() == null || MailSender.isNobody(customer.email()) ? null : customer.email();
        List<String> cc = cc(own, to, outgoing.cc());
        Mailbox mailbox = sendingMailbox(own, ticket).orElse(null);
        if (mailbox == null || to == null || outbox.isDemo(by.workspace())) {
            String why = outbox.isDemo(by.workspace()) ? DEMO : to == null ? NO_ADDRESS : NO_MAILBOX;
            return new Dispatch(to == null ? List.of() : List.of(to), cc, null, null, DeliveryState.NOT_DELIVERED, why);
        }
        ReplyToken token = ReplyToken.of(mailbox.replySecret(), ticket.code());
        List<String> references = answers.conversation(by, ticket.id(), REFERENCES_MAX).stream()
                .filter(EmailOutlet::fitsAHeader)
                .toList();
        return new Dispatch(
                List.of(to),
                cc,
                outgoing.message() + "." + token.text() + "@" + mailbox.domain(),
                references.isEmpty() ? null : String.join(" ", references),
                DeliveryState.SCHEDULED,
                null);
    }

    @Override
    public void queue(Actor by, Ticket ticket, Message answer, Dispatch dispatch, @Nullable Instant sendAt) {
        Instant now = clock.instant();
        Instant due = sendAt == null || sendAt.isBefore(now) ? now : sendAt;
        List<OutboundMail.Recipient> recipients = new ArrayList<>();
        dispatch.to().forEach(address -> recipients.add(recipient(address, OutboundMail.Role.TO, dispatch, now)));
        dispatch.cc().forEach(address -> recipients.add(recipient(address, OutboundMail.Role.CC, dispatch, now)));
        UUID mailbox = dispatch.rfcMessageId() == null
                ? null
                : sendingMailbox(mailboxes.own(by), ticket).map(Mailbox::id).orElse(null);
        outbox.insert(
                by.workspace(),
                new OutboundMail(
                        Ids.next(),
                        ticket.id(),
                        answer.id(),
                        mailbox,
                        dispatch.rfcMessageId(),
                        dispatch.state(),
                        dispatch.hindrance(),
                        0,
                        due,
                        recipients),
                due);
        dispatch.cc().forEach(address -> participants.add(by, ticket, address, null));
        bell.ringAfterCommit(by.workspace());
    }

    /** The one the ticket came to, else its department's, else the workspace's first. */
    private static Optional<Mailbox> sendingMailbox(Mailboxes.Own own, Ticket ticket) {
        List<Mailbox> live = own.live();
        return live.stream()
                .filter(mailbox -> mailbox.id().equals(ticket.mailbox()))
                .findFirst()
                .or(() -> live.stream()
                        .filter(mailbox -> ticket.department().equals(mailbox.departmentId()))
                        .findFirst())
                .or(() -> live.stream().findFirst());
    }

    /** What could be no recipient, is ours or is named already is left out. */
    private static List<String> cc(Mailboxes.Own own, @Nullable String to, List<String> wanted) {
        Set<String> cc = new LinkedHashSet<>();
        for (String address : wanted) {
            EmailAddress.ofLenient(address)
                    .filter(good -> !good.equals(to) && !own.owns(good) && cc.size() < Limits.LIST_SIZE_MAX)
                    .ifPresent(cc::add);
        }
        return List.copyOf(cc);
    }

    private static OutboundMail.Recipient recipient(
            String address, OutboundMail.Role role, Dispatch dispatch, Instant now) {
        return new OutboundMail.Recipient(address, role, dispatch.state(), dispatch.hindrance(), now);
    }

    /** A foreign Message-ID is put into a header of ours only when it can do no harm there. */
    static boolean fitsAHeader(String rfcMessageId) {
        return !rfcMessageId.isEmpty()
                && rfcMessageId.chars().allMatch(c -> c > ' ' && c < 127 && c != '<' && c != '>');
    }
}

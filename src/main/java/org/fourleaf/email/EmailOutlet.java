package org.fourleaf.email;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.customers.Customers;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.tickets.AnswerQuery;
import org.fourleaf.tickets.Channel;
import org.fourleaf.tickets.DeliveryState;
import org.fourleaf.tickets.Message;
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
    static final String TOO_MANY = "this address got too many automatic mails within the hour";
    static final int AUTOMATIC_PER_HOUR_MAX = 20;
    static final String DEMO = "a demonstration workspace sends no mail";

    private static final Set<Actor.Kind> AUTOMATIC = Set.of(Actor.Kind.RULE, Actor.Kind.SYSTEM);
    private static final Set<Channel> CARRIED = Set.of(Channel.EMAIL, Channel.FORM, Channel.PORTAL, Channel.API);
    private static final int REFERENCES_MAX = 20;

    private final Customers customers;
    private final Mailboxes mailboxes;
    private final OutgoingServers servers;
    private final OutboxStore outbox;
    private final AnswerQuery answers;
    private final DispatchBell bell;
    private final Clock clock;

    EmailOutlet(
            Customers customers,
            Mailboxes mailboxes,
            OutgoingServers servers,
            OutboxStore outbox,
            AnswerQuery answers,
            DispatchBell bell,
            Clock clock) {
        this.customers = customers;
        this.mailboxes = mailboxes;
        this.servers = servers;
        this.outbox = outbox;
        this.answers = answers;
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
        Set<String> named = new LinkedHashSet<>();
        List<String> to = others(own, outgoing.to().isEmpty() ? customerOf(by, ticket) : outgoing.to(), named);
        List<String> cc = others(own, outgoing.cc(), named);
        List<String> bcc = others(own, outgoing.bcc(), named);
        OutboxStore.Way way = outbox.way(by.workspace(), ticket.department());
        Mailbox mailbox = sendingMailbox(own, way.mailbox(), ticket).orElse(null);
        boolean demo = way.demo();
        boolean tooMany = AUTOMATIC.contains(by.kind()) && tooMany(by, to);
        if (mailbox == null || to.isEmpty() || demo || tooMany) {
            String why = demo ? DEMO : to.isEmpty() ? NO_ADDRESS : mailbox == null ? NO_MAILBOX : TOO_MANY;
            return new Dispatch(to, cc, bcc, null, null, null, DeliveryState.NOT_DELIVERED, why);
        }
        ReplyToken token = ReplyToken.of(mailbox.replySecret(), ticket.code());
        List<String> references = references(by, ticket, outgoing).stream()
                .filter(EmailOutlet::fitsAHeader)
                .toList();
        boolean server = way.server() || servers.hasOperators();
        return new Dispatch(
                to,
                cc,
                bcc,
                mailbox.id(),
                outgoing.message() + "." + token.text() + "@" + mailbox.domain(),
                references.isEmpty() ? null : String.join(" ", references),
                server ? DeliveryState.SCHEDULED : DeliveryState.DELAYED,
                server ? null : Outbox.NO_SERVER);
    }

    /** The loop brake: whatever sets rules off, one address gets only so many of their mails within an hour. */
    private boolean tooMany(Actor by, List<String> addresses) {
        Instant now = clock.instant();
        boolean tooMany = false;
        for (String address : addresses) {
            tooMany |= outbox.countAutomatic(by.workspace(), address, now) > AUTOMATIC_PER_HOUR_MAX;
        }
        return tooMany;
    }

    @Override
    public void queue(Actor by, Ticket ticket, Message answer, Dispatch dispatch) {
        Instant now = clock.instant();
        List<OutboundMail.Recipient> recipients = new ArrayList<>();
        dispatch.to().forEach(address -> recipients.add(recipient(address, OutboundMail.Role.TO, dispatch, now)));
        dispatch.cc().forEach(address -> recipients.add(recipient(address, OutboundMail.Role.CC, dispatch, now)));
        dispatch.bcc().forEach(address -> recipients.add(recipient(address, OutboundMail.Role.BCC, dispatch, now)));
        outbox.insert(
                by.workspace(),
                new OutboundMail(
                        Ids.next(),
                        ticket.id(),
                        answer.id(),
                        dispatch.mailbox(),
                        dispatch.rfcMessageId(),
                        dispatch.state(),
                        dispatch.hindrance(),
                        0,
                        now,
                        recipients),
                dispatch.state() == DeliveryState.DELAYED ? now.plus(Outbox.FIRST_PAUSE) : now);
        if (dispatch.state() == DeliveryState.SCHEDULED) {
            bell.ringAfterCommit(by.workspace());
        }
    }

    /** The one its department sends from, else the one the ticket came to, else its department's, else the workspace's first. */
    private static Optional<Mailbox> sendingMailbox(Mailboxes.Own own, @Nullable UUID chosen, Ticket ticket) {
        List<Mailbox> live = own.live();
        return live.stream()
                .filter(mailbox -> mailbox.id().equals(chosen))
                .findFirst()
                .or(() -> live.stream()
                        .filter(mailbox -> mailbox.id().equals(ticket.mailbox()))
                        .findFirst())
                .or(() -> live.stream()
                        .filter(mailbox -> ticket.department().equals(mailbox.departmentId()))
                        .findFirst())
                .or(() -> live.stream().findFirst());
    }

    private List<String> customerOf(Actor by, Ticket ticket) {
        String address = customers.readable(by, ticket.customer()).email();
        return address == null ? List.of() : List.of(address);
    }

    /** What is told a third party must not show whom else we talk to, nor the other way round. */
    private List<String> references(Actor by, Ticket ticket, Outgoing outgoing) {
        if (!outgoing.aside()) {
            return answers.conversation(by, ticket.id(), REFERENCES_MAX);
        }
        return outgoing.answers() == null ? List.of() : List.of(outgoing.answers());
    }

    /** Who is nobody, is ours or is named already is left out. */
    private static List<String> others(Mailboxes.Own own, List<String> wanted, Set<String> named) {
        return wanted.stream()
                .filter(address -> !MailSender.isNobody(address) && !own.owns(address) && named.add(address))
                .toList();
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

package org.fourleaf.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.customers.Customers;
import org.fourleaf.departments.Departments;
import org.fourleaf.mailreading.MailThreads;
import org.fourleaf.mailreading.ReadMail;
import org.fourleaf.tickets.Participants;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the ticket a mail belongs to: by our token, then by the mails it answers, then by a code in the subject from one who takes part. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MailThreading {

    /** Where a mail goes. */
    sealed interface Place {

        /** Into this ticket, which is locked. */
        record Into(Ticket ticket) implements Place {}

        /** Into a new ticket; linked to another, if given. */
        record Fresh(@Nullable UUID linkedFrom) implements Place {}
    }

    private final Tickets tickets;
    private final Participants participants;
    private final Departments departments;
    private final Customers customers;

    MailThreading(Tickets tickets, Participants participants, Departments departments, Customers customers) {
        this.tickets = tickets;
        this.participants = participants;
        this.departments = departments;
        this.customers = customers;
    }

    /** @param quiet an automatic answer, which goes into a closed ticket too because it reopens nothing */
    Place place(
            FilingRound round,
            Intake intake,
            ReadMail mail,
            MailSender sender,
            boolean quiet,
            FilingRound.Trail trail) {
        Optional<UUID> certain = byToken(round, intake, mail, trail).or(() -> byReferences(round, mail, trail));
        if (certain.isPresent()) {
            return within(round, certain.get(), quiet, trail);
        }
        for (String code : MailThreads.ticketCodes(mail.subject())) {
            Optional<Ticket> ticket = tickets.byCode(round.by(), code);
            if (ticket.isPresent()) {
                if (participants.knows(round.by(), ticket.get(), sender.address())) {
                    trail.add("subject", code, "the subject names the ticket and the sender takes part in it");
                    return within(round, ticket.get().id(), quiet, trail);
                }
                trail.add("subject", "linked", "the subject names " + code + ", but the sender takes no part in it");
                return new Place.Fresh(ticket.get().id());
            }
        }
        trail.add("thread", "new", "no token, no known reference, no code");
        return new Place.Fresh(null);
    }

    private Optional<UUID> byToken(FilingRound round, Intake intake, ReadMail mail, FilingRound.Trail trail) {
        List<ReplyToken> tokens = new ArrayList<>();
        intake.envelopeTo().forEach(address -> ReplyToken.inAddress(address).ifPresent(tokens::add));
        MailThreads.receivers(mail)
                .forEach(address -> ReplyToken.inAddress(address).ifPresent(tokens::add));
        MailThreads.ancestors(mail).forEach(id -> ReplyToken.inMessageId(id).ifPresent(tokens::add));
        for (ReplyToken token : tokens.stream().distinct().toList()) {
            if (round.own().all().stream().anyMatch(mailbox -> token.isSealedBy(mailbox.replySecret()))) {
                Optional<Ticket> ticket =
                        tickets.byCode(round.by(), token.ticket().text());
                if (ticket.isPresent()) {
                    trail.add(
                            "token", token.ticket().text(), "it came to the address given for answers to this ticket");
                    return ticket.map(Ticket::id);
                }
            } else {
                trail.add("token", "ignored", "the seal of the reply address is not ours");
            }
        }
        return Optional.empty();
    }

    private Optional<UUID> byReferences(FilingRound round, ReadMail mail, FilingRound.Trail trail) {
        List<String> ancestors = MailThreads.ancestors(mail);
        Map<String, UUID> known = tickets.ofMails(round.by(), ancestors);
        for (String id : ancestors) {
            UUID ticket = known.get(id);
            if (ticket != null) {
                trail.add("references", "found", "it answers a message of the ticket");
                return Optional.of(ticket);
            }
        }
        return Optional.empty();
    }

    private Place within(FilingRound round, UUID id, boolean quiet, FilingRound.Trail trail) {
        Ticket ticket = tickets.lockFollowingMerges(round.by(), id).orElse(null);
        if (ticket == null) {
            return new Place.Fresh(null);
        }
        if (customers.isErased(round.by(), ticket.customer())) {
            trail.add("erased", "new", "the ticket belonged to a customer who was erased");
            return new Place.Fresh(null);
        }
        if (quiet || ticket.takesReplyAt(round.now(), reopenDays(round, ticket))) {
            return new Place.Into(ticket);
        }
        trail.add("reopen", "linked", "the ticket was closed too long ago to be opened again");
        return new Place.Fresh(ticket.id());
    }

    private @Nullable Integer reopenDays(FilingRound round, Ticket ticket) {
        return switch (ticket.status()) {
            case RESOLVED ->
                departments.readable(round.by(), ticket.department()).reopenDays();
            case NEW, OPEN, CHATTING, CALLING, ANSWERED, PENDING, POSTPONED, SPAM, DELETED -> null;
        };
    }
}

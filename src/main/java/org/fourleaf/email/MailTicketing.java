package org.fourleaf.email;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fourleaf.customers.Customer;
import org.fourleaf.customers.Customers;
import org.fourleaf.departments.Departments;
import org.fourleaf.mailreading.MailAddress;
import org.fourleaf.mailreading.MailThreads;
import org.fourleaf.mailreading.ReadMail;
import org.fourleaf.people.EmailAddress;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Texts;
import org.fourleaf.tickets.Channel;
import org.fourleaf.tickets.Content;
import org.fourleaf.tickets.Message;
import org.fourleaf.tickets.Participants;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketOpening;
import org.fourleaf.tickets.TicketReceiving;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a mail into its ticket, or opens one for it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MailTicketing {

    private static final int OTHERS_MAX = 50;
    private static final int RFC_ID_CHARS_MAX = 998;
    private static final int REFERENCES_CHARS_MAX = 8_000;
    private static final String TYPE = "question";

    private final Tickets tickets;
    private final Customers customers;
    private final Departments departments;
    private final TicketOpening opening;
    private final TicketReceiving receiving;
    private final Participants participants;
    private final MailContent contents;

    MailTicketing(
            Tickets tickets,
            Customers customers,
            Departments departments,
            TicketOpening opening,
            TicketReceiving receiving,
            Participants participants,
            MailContent contents) {
        this.tickets = tickets;
        this.customers = customers;
        this.departments = departments;
        this.opening = opening;
        this.receiving = receiving;
        this.participants = participants;
        this.contents = contents;
    }

    Message add(
            FilingRound round,
            Intake intake,
            ReadMail mail,
            MailSender sender,
            MailThreading.Place place,
            boolean quiet)
            throws IOException {
        Customer author = customers.findOrAdd(round.by(), sender.address(), sender.name());
        Actor by = Actor.customer(round.by().workspace(), author.id(), author.name());
        MailContent.Made made = contents.of(by, intake, mail);
        List<MailAddress> others = others(round, mail, sender);
        Ticket ticket = ticket(by, round, intake, mail.subject(), author, place);
        boolean stranger =
                place instanceof MailThreading.Place.Into && !participants.knows(by, ticket, sender.address());
        boolean aside = place instanceof MailThreading.Place.Into
                && (participants.isAside(by, ticket, sender.address())
                        || (stranger && tickets.answersAside(by, MailThreads.ancestors(mail))));
        if (aside) {
            participants.addAside(by, ticket, sender.address(), sender.name());
            others.forEach(other -> participants.addAside(by, ticket, other.address(), name(other.name())));
        } else {
            if (stranger) {
                participants.add(by, ticket, sender.address(), sender.name());
            }
            others.forEach(other -> participants.add(by, ticket, other.address(), name(other.name())));
        }
        return receiving.receive(
                by,
                ticket,
                new TicketReceiving.Incoming(
                        new Message.Author(Actor.Kind.CUSTOMER, author.id(), shown(sender, author), sender.address()),
                        made.content(),
                        addresses(mail.to()),
                        addresses(mail.cc()),
                        rfcId(mail.messageId()),
                        references(mail.references()),
                        intake.id(),
                        made.attachments(),
                        stranger,
                        quiet,
                        aside));
    }

    /** A mail nobody can read still reaches somebody: a ticket with the source attached. */
    Message addRaw(FilingRound round, Intake intake, String subject, String why) {
        MailSender sender = MailSender.ofEnvelope(intake.envelopeFrom(), round.mailbox(intake));
        Customer author = customers.findOrAdd(round.by(), sender.address(), sender.name());
        Actor by = Actor.customer(round.by().workspace(), author.id(), author.name());
        Ticket ticket = ticket(by, round, intake, subject, author, new MailThreading.Place.Fresh(null));
        return receiving.receive(
                by,
                ticket,
                new TicketReceiving.Incoming(
                        new Message.Author(Actor.Kind.CUSTOMER, author.id(), author.name(), sender.address()),
                        Content.plain(why),
                        intake.envelopeTo(),
                        List.of(),
                        rfcId(intake.rfcMessageId()),
                        null,
                        intake.id(),
                        List.of(contents.raw(by, intake)),
                        false,
                        false,
                        false));
    }

    private Ticket ticket(
            Actor by, FilingRound round, Intake intake, String subject, Customer author, MailThreading.Place place) {
        return switch (place) {
            case MailThreading.Place.Into into -> into.ticket();
            case MailThreading.Place.Fresh fresh -> {
                Mailbox mailbox = round.mailbox(intake);
                UUID department = mailbox.departmentId();
                yield opening.open(
                        by,
                        new TicketOpening.Opening(
                                subject,
                                department == null ? departments.defaultId(round.by()) : department,
                                Priority.NORMAL,
                                TYPE,
                                Channel.EMAIL,
                                author.id(),
                                author.companyId(),
                                mailbox.id(),
                                fresh.linkedFrom(),
                                Set.of()));
            }
        };
    }

    /** Everybody else the mail was for: they take part in the ticket from now on. */
    private static List<MailAddress> others(FilingRound round, ReadMail mail, MailSender sender) {
        Set<String> seen = new LinkedHashSet<>(List.of(sender.address()));
        return Stream.concat(mail.to().stream(), mail.cc().stream())
                .flatMap(other ->
                        EmailAddress.ofLenient(other.address())
                                .map(address -> new MailAddress(other.name(), address))
                                .stream())
                .filter(other -> !round.own().owns(other.address()) && seen.add(other.address()))
                .limit(OTHERS_MAX)
                .toList();
    }

    private static String shown(MailSender sender, Customer author) {
        String name = name(sender.name());
        return name == null ? author.name() : name;
    }

    private static @Nullable String name(@Nullable String name) {
        return Texts.orNull(name == null ? null : Texts.cut(Texts.line(name), Limits.NAME_LENGTH_MAX));
    }

    private static List<String> addresses(List<MailAddress> addresses) {
        return addresses.stream()
                .limit(Limits.LIST_SIZE_MAX)
                .map(address -> Texts.cut(Texts.line(address.address()), Limits.EMAIL_LENGTH_MAX))
                .toList();
    }

    private static @Nullable String rfcId(@Nullable String id) {
        return id == null ? null : Texts.cut(Texts.clean(id), RFC_ID_CHARS_MAX);
    }

    private static @Nullable String references(List<String> references) {
        return references.isEmpty() ? null : Texts.cut(Texts.clean(String.join(" ", references)), REFERENCES_CHARS_MAX);
    }
}

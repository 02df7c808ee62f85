package org.fourleaf.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.customers.CustomerImporting.Known;
import org.fourleaf.people.Agent;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.html.HtmlCleaning;
import org.fourleaf.platform.html.HtmlText;
import org.fourleaf.tickets.Channel;
import org.fourleaf.tickets.Content;
import org.fourleaf.tickets.Direction;
import org.fourleaf.tickets.Message;
import org.fourleaf.tickets.MessageType;
import org.fourleaf.tickets.PastTicket;
import org.fourleaf.tickets.PastTicket.PastMessage;
import org.fourleaf.tickets.Priority;
import org.fourleaf.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/** A ticket as its line tells it: agents, department and tags found, the customer not yet. */
record TicketLine(
        PastTicket ticket, String customerEmail, @Nullable String customerName, List<Said> said) {

    static final int MESSAGES_MAX = 1_000;

    private static final int TAGS_MAX = 100;
    private static final int TYPE_LENGTH_MAX = 40;
    private static final String TYPE_DEFAULT = "question";
    private static final UUID UNKNOWN = new UUID(0, 0);

    /** A message whose author may be the customer. @param address of somebody outside, none for the customer of the ticket */
    private record Said(
            Direction direction,
            Instant at,
            @Nullable Agent agent,
            @Nullable String address,
            Content content) {}

    static TicketLine read(Fields fields, Names names, Clock clock) {
        Fields customer = fields.object("customer");
        String email = customer.email("email");
        String name = customer.lineOrNull("name", Limits.NAME_LENGTH_MAX);
        customer.nothingElse();
        Instant createdAt = fields.past("created_at", clock);
        String subject = fields.lineOrNull("subject", Limits.SUBJECT_LENGTH_MAX);
        Agent assignee = names.agentOrNull(fields.lineOrNull("assignee", Limits.EMAIL_LENGTH_MAX), "assignee");
        List<Said> said = said(fields, names, clock);
        Instant resolvedAt = fields.pastOrNull("resolved_at", clock);
        TicketStatus given = fields.wordOrNull("status", TicketStatus.values(), TicketStatus::json);
        TicketStatus status = given == null ? supposed(said, resolvedAt) : given;
        Instant postponedUntil = fields.instantOrNull("postponed_until");
        if (status == TicketStatus.CHATTING || status == TicketStatus.CALLING) {
            throw fields.bad("status", "A live chat or call can't be moved.");
        }
        if (status == TicketStatus.POSTPONED && postponedUntil == null) {
            throw fields.bad("postponed_until", "A postponed ticket needs it.");
        }
        if (status == TicketStatus.RESOLVED && resolvedAt == null) {
            resolvedAt = said.isEmpty() ? createdAt : said.getLast().at;
        }
        Priority priority = fields.wordOrNull("priority", Priority.values(), Priority::json);
        String type = fields.lineOrNull("type", TYPE_LENGTH_MAX);
        Channel channel = fields.wordOrNull("channel", Channel.values(), Channel::json);
        String custom = fields.customFieldsOrNull("fields");
        Instant dueAt = fields.instantOrNull("due_at");
        String disposition = fields.lineOrNull("disposition", Limits.NAME_LENGTH_MAX);
        String department = fields.lineOrNull("department", Limits.NAME_LENGTH_MAX);
        List<String> tags = fields.linesOrNull("tags", Limits.NAME_LENGTH_MAX, TAGS_MAX);
        fields.nothingElse();
        Set<UUID> tagIds = new HashSet<>();
        if (tags != null) {
            tags.forEach(tag -> tagIds.add(names.tag(tag)));
        }
        PastTicket ticket = new PastTicket(
                Ids.at(createdAt),
                subject == null ? "—" : subject,
                status,
                priority == null ? Priority.NORMAL : priority,
                type == null ? TYPE_DEFAULT : type,
                department == null ? names.defaultDepartment() : names.department(department),
                assignee == null ? null : assignee.id(),
                UNKNOWN,
                null,
                channel == null ? Channel.EMAIL : channel,
                createdAt,
                status == TicketStatus.RESOLVED ? resolvedAt : null,
                dueAt,
                status == TicketStatus.POSTPONED ? postponedUntil : null,
                disposition,
                custom == null ? "{}" : custom,
                tagIds,
                List.of());
        return new TicketLine(ticket, email, name, said);
    }

    /** Where a ticket stands whose line does not say. */
    private static TicketStatus supposed(List<Said> said, @Nullable Instant resolvedAt) {
        if (resolvedAt != null) {
            return TicketStatus.RESOLVED;
        }
        TicketStatus status = TicketStatus.NEW;
        for (Said message : said) {
            if (message.direction == Direction.OUT) {
                status = TicketStatus.ANSWERED;
            } else if (message.direction == Direction.IN && status == TicketStatus.ANSWERED) {
                status = TicketStatus.OPEN;
            }
        }
        return status;
    }

    private static List<Said> said(Fields fields, Names names, Clock clock) {
        List<Said> said = new ArrayList<>();
        for (Fields message : fields.objects("messages", MESSAGES_MAX)) {
            said.add(message(message, names, clock));
        }
        said.sort(Comparator.comparing(Said::at));
        return said;
    }

    private static Said message(Fields fields, Names names, Clock clock) {
        Direction direction =
                fields.needed("direction", fields.wordOrNull("direction", Direction.values(), Direction::json));
        Agent agent = null;
        String address = null;
        if (direction == Direction.IN) {
            address = fields.emailOrNull("author");
        } else {
            String author = fields.lineOrNull("author", Limits.EMAIL_LENGTH_MAX);
            agent = names.agentOrNull(author, "author");
        }
        Instant at = fields.past("at", clock);
        String text = fields.textOrNull("text", Limits.TEXT_LENGTH_MAX);
        String html = fields.textOrNull("html", Limits.TEXT_LENGTH_MAX);
        if (text == null && html == null) {
            throw fields.bad("text", "This is needed, or html.");
        }
        fields.nothingElse();
        return new Said(direction, at, agent, address, content(text, html));
    }

    private static Content content(@Nullable String text, @Nullable String html) {
        if (html == null) {
            return Content.plain(Objects.requireNonNull(text));
        }
        HtmlCleaning.CleanHtml clean = HtmlCleaning.clean(html, contentId -> null);
        String words = text == null ? HtmlText.toText(clean.html()) : text;
        return new Content(words, null, null, clean.html(), null, null, clean.hasRemoteContent());
    }

    /** Complete, now that it is known who the customer is and which id the ticket has. */
    PastTicket of(UUID id, Known customer) {
        List<PastMessage> messages =
                said.stream().map(message -> message(message, customer)).toList();
        return new PastTicket(
                id,
                ticket.subject(),
                ticket.status(),
                ticket.priority(),
                ticket.type(),
                ticket.department(),
                ticket.assignee(),
                customer.id(),
                customer.company(),
                ticket.channel(),
                ticket.createdAt(),
                ticket.resolvedAt(),
                ticket.dueAt(),
                ticket.postponedUntil(),
                ticket.disposition(),
                ticket.fieldsJson(),
                ticket.tags(),
                messages);
    }

    private PastMessage message(Said message, Known customer) {
        MessageType type = switch (message.direction) {
            case IN -> MessageType.MESSAGE;
            case OUT -> MessageType.REPLY;
            case INTERNAL -> MessageType.NOTE;
        };
        return new PastMessage(
                Ids.at(message.at),
                type,
                message.direction,
                author(message, customer),
                message.at,
                message.content,
                List.of(),
                null);
    }

    private Message.Author author(Said message, Known customer) {
        if (message.direction == Direction.IN) {
            boolean isCustomer = message.address == null || message.address.equals(customerEmail);
            return isCustomer
                    ? new Message.Author(Actor.Kind.CUSTOMER, customer.id(), customer.name(), customerEmail)
                    : new Message.Author(
                            Actor.Kind.CUSTOMER, null, Objects.requireNonNull(message.address), message.address);
        }
        return message.agent == null
                ? new Message.Author(Actor.Kind.SYSTEM, null, "system", null)
                : new Message.Author(Actor.Kind.AGENT, message.agent.id(), message.agent.name(), null);
    }
}

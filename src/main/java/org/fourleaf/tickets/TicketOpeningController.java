package org.fourleaf.tickets;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fourleaf.customers.Customer;
import org.fourleaf.customers.Customers;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.web.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Opens a ticket over HTTP: from a customer's words, or with an agent's first mail to a customer. */
@RestController
class TicketOpeningController {

    record From(
            @Nullable @Size(max = Limits.NAME_LENGTH_MAX) String name,
            @NotBlank @Size(max = Limits.EMAIL_LENGTH_MAX) String email) {}

    record FirstMessage(
            @Nullable String text,
            @Nullable String html,
            @Nullable Direction direction) {}

    record Wanted(
            @NotBlank @Size(max = Limits.SUBJECT_LENGTH_MAX) String subject,
            @Nullable String department,
            @Nullable Channel channel,
            @Nullable Priority priority,

            @Nullable @Size(min = 1, max = CustomFields.TYPE_LENGTH_MAX)
            String type,

            @NotNull @Valid From customer,
            @NotNull @Valid FirstMessage message,

            @Nullable @Size(max = CustomFields.TAGS_MAX)
            List<@NotBlank @Size(max = Limits.NAME_LENGTH_MAX) String> tags,

            @Nullable ObjectNode fields) {}

    private static final String TYPE = "question";

    private final TicketOpening opening;
    private final TicketReceiving receiving;
    private final TicketReplying replying;
    private final CustomFields fields;
    private final TicketWords words;
    private final Departments departments;
    private final Customers customers;
    private final References references;
    private final TicketCardQuery cards;

    TicketOpeningController(
            TicketOpening opening,
            TicketReceiving receiving,
            TicketReplying replying,
            CustomFields fields,
            TicketWords words,
            Departments departments,
            Customers customers,
            References references,
            TicketCardQuery cards) {
        this.opening = opening;
        this.receiving = receiving;
        this.replying = replying;
        this.fields = fields;
        this.words = words;
        this.departments = departments;
        this.customers = customers;
        this.references = references;
        this.cards = cards;
    }

    @PostMapping("/api/v1/tickets")
    @Transactional
    ResponseEntity<TicketCard> open(Actor by, @Valid @RequestBody Wanted wanted) {
        by.mustHave(Permission.TICKETS_REPLY);
        Content content = AgentWords.content(wanted.message.text, wanted.message.html, "/message");
        boolean outgoing = wanted.message.direction == Direction.OUT;
        Customer customer = customers.findOrAdd(by, wanted.customer.email, wanted.customer.name);
        UUID department = wanted.department == null
                ? departments.defaultId(by)
                : references.department(by, wanted.department, "/department");
        Ticket ticket = opening.open(
                by,
                new TicketOpening.Opening(
                        wanted.subject,
                        department,
                        Optional.ofNullable(wanted.priority).orElse(Priority.NORMAL),
                        wanted.type == null ? TYPE : words.type(by, TYPE, wanted.type),
                        Optional.ofNullable(wanted.channel).orElse(outgoing ? Channel.EMAIL : Channel.API),
                        customer.id(),
                        customer.companyId(),
                        null,
                        null,
                        wanted.tags == null ? Set.of() : Set.copyOf(wanted.tags)));
        if (wanted.fields != null) {
            fields.set(by, ticket, wanted.fields);
        }
        if (outgoing) {
            replying.answer(by, ticket, TicketReplying.Words.of(MessageType.REPLY, content));
        } else {
            receiving.receive(by, ticket, from(customer, content));
        }
        TicketCard card = cards.one(by, ticket.id());
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + ticket.code()))
                .eTag(ETags.of(card.version()))
                .body(card);
    }

    private static TicketReceiving.Incoming from(Customer customer, Content content) {
        return new TicketReceiving.Incoming(
                new Message.Author(Actor.Kind.CUSTOMER, customer.id(), customer.name(), customer.email()),
                content,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                false,
                false,
                false);
    }
}

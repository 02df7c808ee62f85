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
import org.fourleaf.platform.Refusal;
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
            @Nullable Direction direction,

            @Nullable @Size(max = MessageController.ADDRESSES_MAX)
            List<@NotNull String> cc,

            @Nullable @Size(max = MessageController.ADDRESSES_MAX)
            List<@NotNull String> bcc,

            @Nullable @Size(max = MessageController.ATTACHMENTS_MAX)
            List<@NotNull UUID> attachments) {

        private Direction towards() {
            return direction == null ? Direction.IN : direction;
        }

        /** @throws Refusal invalid for copies of what a customer said */
        private Addressing addressing() {
            if (towards() == Direction.IN && (cc != null || bcc != null)) {
                throw Refusal.invalid("/message/cc", "Only what goes out has copies.");
            }
            return Addressing.of(null, cc, bcc, null);
        }
    }

    record Wanted(
            @NotBlank @Size(max = Limits.SUBJECT_LENGTH_MAX) String subject,
            @Nullable String department,
            @Nullable @Size(max = Limits.EMAIL_LENGTH_MAX) String assignee,
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

    private final TicketStarting starting;
    private final TicketWords words;
    private final Departments departments;
    private final Customers customers;
    private final References references;
    private final TicketCardQuery cards;

    TicketOpeningController(
            TicketStarting starting,
            TicketWords words,
            Departments departments,
            Customers customers,
            References references,
            TicketCardQuery cards) {
        this.starting = starting;
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
        Customer customer = customers.findOrAdd(by, wanted.customer.email, wanted.customer.name);
        Direction direction = wanted.message.towards();
        Ticket ticket = starting.start(
                by,
                new TicketStarting.Start(
                        opening(by, wanted, customer),
                        customer,
                        direction,
                        AgentWords.content(wanted.message.text, wanted.message.html, "/message"),
                        wanted.message.addressing(),
                        wanted.message.attachments == null ? List.of() : wanted.message.attachments,
                        wanted.fields,
                        wanted.assignee == null ? null : references.agent(by, wanted.assignee, "/assignee")));
        TicketCard card = cards.one(by, ticket.id());
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + ticket.code()))
                .eTag(ETags.of(card.version()))
                .body(card);
    }

    private TicketOpening.Opening opening(Actor by, Wanted wanted, Customer customer) {
        Channel usual = wanted.message.towards() == Direction.OUT ? Channel.EMAIL : Channel.API;
        return new TicketOpening.Opening(
                wanted.subject,
                wanted.department == null
                        ? departments.defaultId(by)
                        : references.department(by, wanted.department, "/department"),
                Optional.ofNullable(wanted.priority).orElse(Priority.NORMAL),
                wanted.type == null ? TYPE : words.type(by, TYPE, wanted.type),
                Optional.ofNullable(wanted.channel).orElse(usual),
                customer.id(),
                customer.companyId(),
                null,
                null,
                wanted.tags == null ? Set.of() : Set.copyOf(wanted.tags));
    }
}

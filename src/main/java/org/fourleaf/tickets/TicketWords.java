package org.fourleaf.tickets;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.choices.Choice;
import org.fourleaf.choices.ChoiceKind;
import org.fourleaf.choices.Choices;
import org.fourleaf.choices.ResolveRule;
import org.fourleaf.choices.ResolveRules;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.log.Log;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The workspace's own words on a ticket: type, disposition, sub-status, and what a ticket needs before it is resolved. */
@Component
class TicketWords {

    private final Choices choices;
    private final ResolveRules rules;
    private final SubStatusStore subStatuses;
    private final TagStore tags;
    private final CustomFields fields;
    private final Log log;
    private final Clock clock;

    TicketWords(
            Choices choices,
            ResolveRules rules,
            SubStatusStore subStatuses,
            TagStore tags,
            CustomFields fields,
            Log log,
            Clock clock) {
        this.choices = choices;
        this.rules = rules;
        this.subStatuses = subStatuses;
        this.tags = tags;
        this.fields = fields;
        this.log = log;
        this.clock = clock;
    }

    /** The type as the list writes it; one the ticket has already is always right. @throws Refusal invalid */
    String type(Actor by, @Nullable String was, String wanted) {
        if (was != null && Texts.key(was).equals(Texts.key(wanted))) {
            return was;
        }
        return choices.offered(by, ChoiceKind.TICKET_TYPE, wanted, "/type").name();
    }

    /** @throws Refusal invalid */
    @Nullable
    String disposition(Actor by, @Nullable String was, @Nullable String wanted) {
        if (wanted == null || wanted.equals(was)) {
            return wanted;
        }
        return choices.offered(by, ChoiceKind.DISPOSITION, wanted, "/disposition")
                .name();
    }

    /** Puts a saved ticket into a sub-status of the status it has now, or takes it out. @throws Refusal invalid */
    void setSubStatus(Actor by, Ticket ticket, @Nullable String wanted) {
        Optional<UUID> was = subStatuses.of(by.workspace(), ticket.id());
        if (wanted == null) {
            if (was.isPresent()) {
                subStatuses.remove(by.workspace(), ticket.id());
                log.write(by, changed(by, ticket, null));
            }
            return;
        }
        Choice choice = choices.offered(by, ChoiceKind.SUB_STATUS, wanted, "/sub_status");
        if (!ticket.status().json().equals(choice.status())) {
            throw Refusal.invalid(
                    "/sub_status",
                    "This sub-status belongs to " + choice.status() + ", the ticket is "
                            + ticket.status().json() + ".");
        }
        if (!was.equals(Optional.of(choice.id()))) {
            subStatuses.put(by.workspace(), ticket.id(), choice.id(), clock.instant());
            log.write(by, changed(by, ticket, choice.id()));
        }
    }

    /** For agents only: a rule or the clock must not get stuck. @throws Refusal invalid naming what is missing */
    void mustBeResolvable(Actor by, Ticket ticket) {
        if (!by.isAgent()) {
            return;
        }
        ResolveRule rule = rules.of(by, ticket.department());
        if (rule.tagRequired() && tags.of(by.workspace(), ticket.id()).isEmpty()) {
            throw Refusal.invalid("/tags", "A tag is needed before the ticket can be resolved.");
        }
        if (rule.dispositionRequired() && ticket.disposition() == null) {
            throw Refusal.invalid("/disposition", "Say how the case ended before it is resolved.");
        }
        fields.mustBeComplete(by, ticket.id());
    }

    private static SubStatusChanged changed(Actor by, Ticket ticket, @Nullable UUID subStatus) {
        return new SubStatusChanged(ticket.id(), by.isAgent() ? by.id() : null, ticket.department(), subStatus);
    }
}

package org.fourleaf.tickets;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.calendars.BusinessCalendars;
import org.fourleaf.platform.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the {@link TextVariables} of ready-made texts say of one ticket. Signs for the owner, or the department: who writes puts their own name. */
@Component
@Transactional(readOnly = true)
public class TicketVariables {

    private final TicketCardQuery cards;
    private final WorkspaceNameQuery workspaceName;
    private final BusinessCalendars calendars;

    TicketVariables(TicketCardQuery cards, WorkspaceNameQuery workspaceName, BusinessCalendars calendars) {
        this.cards = cards;
        this.workspaceName = workspaceName;
        this.calendars = calendars;
    }

    /** @param language of the words for opening hours */
    public Map<String, String> of(Actor by, UUID ticket, Locale language) {
        return of(by, cards.one(by, ticket), language);
    }

    Map<String, String> of(Actor by, TicketCard card, Locale language) {
        Map<String, String> values = new HashMap<>();
        values.put(
                "agent.name",
                card.assignee() == null
                        ? card.department().name()
                        : card.assignee().name());
        values.put("customer.name", card.customer().name());
        values.put("customer.first_name", card.customer().name().split("\\s+", 2)[0]);
        values.put(
                "customer.email",
                card.customer().email() == null ? "" : card.customer().email());
        values.put("ticket.code", card.code());
        values.put("ticket.subject", card.subject());
        values.put("department.name", card.department().name());
        values.put("department.hours", calendars.inWords(by, card.department().id(), language));
        values.put("company.name", workspaceName.of(by.workspace()));
        return values;
    }
}

package org.fourleaf.tickets;

import java.util.Optional;
import java.util.UUID;
import org.fourleaf.choices.Choice;
import org.fourleaf.choices.ChoiceKind;
import org.fourleaf.choices.Choices;
import org.fourleaf.customers.Customer;
import org.fourleaf.customers.Customers;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.Agents;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.springframework.stereotype.Component;

/** What a body or filter names: an id, an agent's or customer's e-mail, a department's or tag's name. */
@Component
class References {

    private final Departments departments;
    private final Agents agents;
    private final Customers customers;
    private final TagStore tags;
    private final Choices choices;
    private final TicketClocks clocks;

    References(
            Departments departments,
            Agents agents,
            Customers customers,
            TagStore tags,
            Choices choices,
            TicketClocks clocks) {
        this.departments = departments;
        this.agents = agents;
        this.customers = customers;
        this.tags = tags;
        this.choices = choices;
        this.clocks = clocks;
    }

    /** @throws Refusal invalid at the pointer when there is none */
    UUID department(Actor by, String reference, String pointer) {
        return departments
                .find(by, reference)
                .orElseThrow(() -> Refusal.invalid(pointer, "There is no such department."));
    }

    /** @throws Refusal invalid at the pointer when there is none */
    UUID slaLevel(Actor by, String reference, String pointer) {
        return clocks.find(by, reference)
                .orElseThrow(() -> Refusal.invalid(pointer, "There is no such service level."));
    }

    /** An id, an e-mail, or {@code me}. */
    UUID agent(Actor by, String reference, String pointer) {
        if (reference.equals("me")) {
            return by.agentId();
        }
        return agents.find(by, reference)
                .orElseThrow(() -> Refusal.invalid(pointer, "There is no such agent."))
                .id();
    }

    /** Empty when there is none: a list of a stranger's tickets is an empty list. */
    Optional<UUID> customer(Actor by, String reference) {
        return customers.find(by, reference).map(Customer::id);
    }

    Optional<UUID> subStatus(Actor by, String reference) {
        return choices.find(by, ChoiceKind.SUB_STATUS, reference).map(Choice::id);
    }

    Optional<UUID> tag(Actor by, String reference) {
        Optional<UUID> byName = tags.idByName(by.workspace(), reference);
        if (byName.isPresent()) {
            return byName;
        }
        try {
            return tags.find(by.workspace(), UUID.fromString(reference)).map(Tag::id);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

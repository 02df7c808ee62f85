package org.fourleaf.tickets;

import java.util.UUID;
import org.fourleaf.fields.FieldSubject;
import org.fourleaf.fields.FieldValues;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A ticket's custom fields: judged by their definitions, stored with the ticket. */
@Component
class CustomFields {

    static final int TAGS_MAX = 100;
    static final int TYPE_LENGTH_MAX = 40;

    private final FieldValues values;
    private final TicketStore store;

    CustomFields(FieldValues values, TicketStore store) {
        this.values = values;
        this.store = store;
    }

    /** Sets the fields of a ticket just opened. @throws Refusal invalid naming the field that does not fit */
    void set(Actor by, Ticket ticket, ObjectNode given) {
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        store.setFields(
                by.workspace(),
                ticket.id(),
                values.merged(by, FieldSubject.TICKET, none, given).toString());
    }

    /**
     * Changes what is given on a locked ticket, null takes away.
     *
     * @return whether anything is different now
     * @throws Refusal invalid naming the field that does not fit
     */
    boolean change(Actor by, UUID ticket, ObjectNode given) {
        ObjectNode was = store.fields(by.workspace(), ticket);
        ObjectNode now = values.merged(by, FieldSubject.TICKET, was, given);
        if (now.equals(was)) {
            return false;
        }
        store.setFields(by.workspace(), ticket, now.toString());
        return true;
    }

    /** @throws Refusal invalid naming what must be filled in before the ticket can be resolved */
    void mustBeComplete(Actor by, UUID ticket) {
        values.mustBeComplete(by, FieldSubject.TICKET, store.fields(by.workspace(), ticket));
    }
}

package org.fourleaf.tickets;

import java.util.Map;
import java.util.TreeMap;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A ticket's own fields: names to texts, numbers or yes and no, bounded. */
@Component
class CustomFields {

    static final int TAGS_MAX = 100;
    static final int TYPE_LENGTH_MAX = 40;

    private static final int FIELDS_MAX = 100;
    private static final int NAME_LENGTH_MAX = 100;
    private static final int VALUE_LENGTH_MAX = 4_000;

    private final JsonMapper json;
    private final TicketStore store;

    CustomFields(JsonMapper json, TicketStore store) {
        this.json = json;
        this.store = store;
    }

    /** Sets the fields of a ticket just opened. */
    void set(Actor by, Ticket ticket, Map<String, Object> fields) {
        store.setFields(by.workspace(), ticket.id(), json(fields));
    }

    /** @throws Refusal invalid naming the field that does not fit */
    String json(Map<String, Object> fields) {
        if (fields.size() > FIELDS_MAX) {
            throw Refusal.invalid("/fields", "At most " + FIELDS_MAX + " fields.");
        }
        Map<String, Object> kept = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (name.isBlank() || name.length() > NAME_LENGTH_MAX) {
                throw Refusal.invalid("/fields", "A field's name has 1 to " + NAME_LENGTH_MAX + " characters.");
            }
            switch (value) {
                case String text when text.length() <= VALUE_LENGTH_MAX -> kept.put(name, Texts.clean(text));
                case Number number -> kept.put(name, number);
                case Boolean flag -> kept.put(name, flag);
                case null -> {}
                default ->
                    throw Refusal.invalid(
                            "/fields/" + name,
                            "A text of at most " + VALUE_LENGTH_MAX + " characters, a number, or true or false.");
            }
        });
        return json.writeValueAsString(kept);
    }
}

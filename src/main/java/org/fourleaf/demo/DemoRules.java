package org.fourleaf.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.fourleaf.platform.Actor;
import org.fourleaf.rules.RuleFile;
import org.fourleaf.rules.RuleFiling;
import org.fourleaf.tickets.TicketImporting;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules and time rules of the bicycle shop, in the language of the workspace. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoRules {

    private static final String LANGUAGE_DEFAULT = "en";
    private static final String ESCALATED = "escalated";

    private final DemoStore store;
    private final RuleFiling rules;
    private final TicketImporting tickets;
    private final JsonMapper json;

    DemoRules(DemoStore store, RuleFiling rules, TicketImporting tickets, JsonMapper json) {
        this.store = store;
        this.rules = rules;
        this.tickets = tickets;
        this.json = json;
    }

    void make(Actor by) {
        tickets.dressTag(by, tickets.tag(by, ESCALATED), "red", "Hours overdue: somebody look");
        try (InputStream in = new ClassPathResource("demo/rules.json").getInputStream()) {
            rules.in(by, json.treeToValue(said(json.readTree(in), store.language(by.workspace())), RuleFile.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written in every language, in this one. */
    private static JsonNode said(JsonNode node, String language) {
        if (node instanceof ObjectNode object) {
            if (object.has(LANGUAGE_DEFAULT)) {
                return object.has(language) ? object.get(language) : object.get(LANGUAGE_DEFAULT);
            }
            object.propertyNames().forEach(name -> object.set(name, said(object.get(name), language)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, said(array.get(i), language));
            }
        }
        return node;
    }
}

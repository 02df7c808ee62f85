package org.fourleaf.tickets;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourleaf.departments.Departments;
import org.fourleaf.people.PersonName;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom a note names. A mention is {@code <span data-mention="<agent's id>">@Anna</span>}: the id counts, the words are for the eye. */
@Component
@Transactional(readOnly = true)
public class NoteMentions {

    private static final int MENTIONS_MAX = 50;
    private static final Pattern MENTION =
            Pattern.compile("\\bdata-mention=[\"']?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");

    private final MentionQuery query;
    private final Tickets tickets;
    private final Departments departments;

    NoteMentions(MentionQuery query, Tickets tickets, Departments departments) {
        this.query = query;
        this.tickets = tickets;
        this.departments = departments;
    }

    /** Whom a stored note names; nobody when it is no note. */
    public Set<UUID> in(Actor by, UUID message) {
        return query.noteHtml(by.workspace(), message).map(NoteMentions::named).orElse(Set.of());
    }

    /** @throws Refusal invalid when somebody is named who may not see the ticket, or too many are */
    void check(Actor by, String code, @Nullable String html) {
        Set<UUID> named = html == null ? Set.of() : named(html);
        if (named.isEmpty()) {
            return;
        }
        if (named.size() > MENTIONS_MAX) {
            throw Refusal.invalid("/html", "Mention at most " + MENTIONS_MAX + " colleagues.");
        }
        UUID department = tickets.readable(by, code).department();
        for (UUID agent : named) {
            if (!departments.agentSees(by, agent, department)) {
                throw Refusal.invalid("/html", "Somebody who is mentioned can't see this ticket.");
            }
        }
    }

    /** Colleagues who may see the ticket and can therefore be named in it. */
    List<PersonName> mentionable(Actor by, String code) {
        return query.mentionable(
                by.workspace(),
                departments.agentsWhoSee(by, tickets.readable(by, code).department()));
    }

    static Set<UUID> named(String html) {
        Set<UUID> named = new LinkedHashSet<>();
        Matcher mention = MENTION.matcher(html);
        while (mention.find()) {
            named.add(UUID.fromString(mention.group(1)));
        }
        return named;
    }
}

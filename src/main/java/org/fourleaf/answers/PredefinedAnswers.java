package org.fourleaf.answers;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.departments.Departments;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Permission;
import org.fourleaf.platform.Refusal;
import org.fourleaf.platform.language.TextLanguage;
import org.fourleaf.platform.log.Log;
import org.fourleaf.platform.web.Cursor;
import org.fourleaf.platform.web.Page;
import org.fourleaf.platform.web.Slice;
import org.fourleaf.tickets.CannedMessage;
import org.fourleaf.tickets.ReadyTextUsed;
import org.fourleaf.tickets.TextVariables;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketVariables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to predefined answers. Personal ones are their agent's alone and those of a department are found by whoever sees it; the others
 * are everybody's. Whatever is not personal is changed with {@link Permission#TEXTS_MANAGE}.
 */
@Component
@Transactional
public class PredefinedAnswers {

    private final PredefinedAnswerStore store;
    private final Departments departments;
    private final TicketVariables variables;
    private final Log log;

    PredefinedAnswers(PredefinedAnswerStore store, Departments departments, TicketVariables variables, Log log) {
        this.store = store;
        this.departments = departments;
        this.variables = variables;
        this.log = log;
    }

    @Transactional(readOnly = true)
    public Page<PredefinedAnswer> page(Actor by, Slice slice) {
        Cursor after = slice.after(1);
        return slice.page(
                store.page(
                        by.workspace(),
                        by.id(),
                        departments.seenBy(by).ids(),
                        after == null ? null : after.id(0),
                        slice.fetch()),
                last -> Cursor.of(last.id()));
    }

    @Transactional(readOnly = true)
    public PredefinedAnswer readable(Actor by, UUID id) {
        return store.find(by.workspace(), id)
                .filter(answer -> switch (answer.scope()) {
                    case ALL -> true;
                    case DEPARTMENT -> departments.seenBy(by).sees(Objects.requireNonNull(answer.department()));
                    case PERSONAL -> by.isAgent() && by.agentId().equals(answer.agent());
                })
                .orElseThrow(() -> Refusal.notFound("predefined answer"));
    }

    /** One that automation may send: no agent's own. @param reference an id or a name */
    @Transactional(readOnly = true)
    public Optional<UUID> shared(Actor by, String reference) {
        return store.named(by.workspace(), reference)
                .or(() -> id(reference)
                        .flatMap(id -> store.find(by.workspace(), id))
                        .filter(answer -> answer.scope() != CannedMessage.Scope.PERSONAL)
                        .map(PredefinedAnswer::id));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    PredefinedAnswer add(Actor by, PredefinedAnswer answer) {
        mustOwn(by, answer);
        if (store.count(by.workspace()) >= PredefinedAnswer.ANSWERS_MAX) {
            throw Refusal.conflict(
                    "too-many", "There are " + PredefinedAnswer.ANSWERS_MAX + " predefined answers; remove one first.");
        }
        store.insert(by.workspace(), answer);
        tell(by, answer, answer, false);
        return answer;
    }

    /** @param changed as it shall be, with the version that was read */
    PredefinedAnswer change(Actor by, PredefinedAnswer was, PredefinedAnswer changed, @Nullable Long expectedVersion) {
        mustOwn(by, was);
        mustOwn(by, changed);
        if ((expectedVersion != null && expectedVersion != was.version()) || !store.update(by.workspace(), changed)) {
            throw Refusal.stale();
        }
        tell(by, was, changed, false);
        return readable(by, was.id());
    }

    void delete(Actor by, PredefinedAnswer answer, @Nullable Long expectedVersion) {
        mustOwn(by, answer);
        if (expectedVersion != null && expectedVersion != answer.version()) {
            throw Refusal.stale();
        }
        store.delete(by.workspace(), answer.id());
        tell(by, answer, answer, true);
    }

    /** What an agent keeps for themselves concerns nobody else. */
    private void tell(Actor by, PredefinedAnswer was, PredefinedAnswer now, boolean removed) {
        if (was.scope() != CannedMessage.Scope.PERSONAL || now.scope() != CannedMessage.Scope.PERSONAL) {
            log.write(by, new PredefinedAnswerChanged(now.id(), removed));
        }
    }

    private static void mustOwn(Actor by, PredefinedAnswer answer) {
        if (answer.scope() != CannedMessage.Scope.PERSONAL) {
            by.mustHave(Permission.TEXTS_MANAGE);
        }
    }

    /** For an agent's composer; counts the use. @param language none for what the customer speaks */
    PredefinedAnswer.Text use(Actor by, UUID id, Ticket ticket, @Nullable String language) {
        PredefinedAnswer answer = readable(by, id);
        store.used(by.workspace(), id);
        if (by.isAgent()) {
            log.write(by, new ReadyTextUsed(by.agentId(), ticket.department(), id, ticket.id()));
        }
        PredefinedAnswer.Text text = language == null ? fitting(by, answer, ticket.id()) : answer.in(language);
        Map<String, String> values = new HashMap<>(variables.of(by, ticket.id(), text.locale()));
        values.put("agent.name", by.name());
        return new PredefinedAnswer.Text(text.language(), TextVariables.fill(text.html(), values));
    }

    /** For automation. @throws Refusal when there is no such answer any more */
    public String filled(Actor by, UUID id, UUID ticket) {
        PredefinedAnswer answer = store.find(by.workspace(), id)
                .filter(found -> found.scope() != CannedMessage.Scope.PERSONAL)
                .orElseThrow(() -> Refusal.notFound("predefined answer"));
        PredefinedAnswer.Text text = fitting(by, answer, ticket);
        return TextVariables.fill(text.html(), variables.of(by, ticket, text.locale()));
    }

    /** In what the customer speaks, else in what they wrote, as far as there is a text for it. */
    private PredefinedAnswer.Text fitting(Actor by, PredefinedAnswer answer, UUID ticket) {
        return answer.in(store.languageOfCustomer(by.workspace(), ticket)
                .filter(answer::speaks)
                .or(() -> store.wordsOfCustomer(by.workspace(), ticket).flatMap(TextLanguage::of))
                .orElse(null));
    }
}

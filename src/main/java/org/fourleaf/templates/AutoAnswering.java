package org.fourleaf.templates;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.calendars.BusinessCalendars;
import org.fourleaf.calendars.BusinessHours;
import org.fourleaf.customers.Customers;
import org.fourleaf.email.LastWordsQuery;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.html.HtmlText;
import org.fourleaf.platform.language.TextLanguage;
import org.fourleaf.tickets.Content;
import org.fourleaf.tickets.TextVariables;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketReplying;
import org.fourleaf.tickets.TicketVariables;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells a customer that their message has come, in their language and by the hours of the department: once for a ticket, whatever
 * breaks, because the answer and the end of its waiting commit together. No machine is answered, nor is what came long ago.
 */
@Component
class AutoAnswering {

    private static final Logger LOG = LoggerFactory.getLogger(AutoAnswering.class);
    /** Nobody needs to hear after a long outage that their message of yesterday has come. */
    private static final Duration LATE = Duration.ofHours(12);

    private static final int ATTEMPTS_MAX = 6;

    private final AutoAnswerStore store;
    private final Templates templates;
    private final Tickets tickets;
    private final Customers customers;
    private final BusinessCalendars calendars;
    private final LastWordsQuery lastWords;
    private final FirstWordsQuery firstWords;
    private final TicketVariables variables;
    private final TicketReplying replying;
    private final TransactionOperations transaction;
    private final Clock clock;

    AutoAnswering(
            AutoAnswerStore store,
            Templates templates,
            Tickets tickets,
            Customers customers,
            BusinessCalendars calendars,
            LastWordsQuery lastWords,
            FirstWordsQuery firstWords,
            TicketVariables variables,
            TicketReplying replying,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.templates = templates;
        this.tickets = tickets;
        this.customers = customers;
        this.calendars = calendars;
        this.lastWords = lastWords;
        this.firstWords = firstWords;
        this.variables = variables;
        this.replying = replying;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Inside the workspace, outside any transaction. @return whether there may be more */
    boolean answerNext(UUID workspace) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<AutoAnswerStore.Todo> next = store.claim(workspace);
                next.ifPresent(todo -> {
                    answer(Actor.system(workspace), todo.ticket());
                    store.done(workspace, todo.ticket());
                });
                return next.isPresent();
            }));
        } catch (RuntimeException e) {
            LOG.warn("An automatic answer could not be given, it is tried again", e);
            transaction.executeWithoutResult(
                    status -> store.claim(workspace).ifPresent(todo -> putOff(workspace, todo)));
            return true;
        }
    }

    private void putOff(UUID workspace, AutoAnswerStore.Todo todo) {
        if (todo.attempts() + 1 >= ATTEMPTS_MAX) {
            store.done(workspace, todo.ticket());
        } else {
            store.tryAgainAt(
                    workspace, todo.ticket(), clock.instant().plus(Duration.ofSeconds(1L << (2 * todo.attempts()))));
        }
    }

    private void answer(Actor by, UUID id) {
        Ticket ticket = tickets.byId(by, id).orElse(null);
        if (ticket == null
                || ticket.status().isOut()
                || ticket.mergedInto() != null
                || ticket.createdAt().isBefore(clock.instant().minus(LATE))
                || lastWords.areAMachines(by, id)) {
            return;
        }
        AutoAnswers answers = store.of(by.workspace(), ticket.department());
        kind(by, ticket, answers).ifPresent(kind -> {
            MailTemplate template = templates.of(by, kind, ticket.department(), language(by, ticket));
            String html = TextVariables.fill(
                    template.html(), variables.of(by, id, Locale.forLanguageTag(template.language())));
            replying.answerQuietly(by, ticket.code().text(), Content.written(HtmlText.toText(html), html));
        });
    }

    /** The most telling one that the department gives, as the hours were when the ticket came. */
    private Optional<TemplateKind> kind(Actor by, Ticket ticket, AutoAnswers answers) {
        BusinessHours hours = calendars.hoursOf(by, ticket.department()).orElse(null);
        Instant came = ticket.createdAt();
        if (hours != null && answers.holiday() && hours.isHolidayAt(came)) {
            return Optional.of(TemplateKind.HOLIDAY);
        }
        if (hours != null && answers.outOfHours() && !hours.isOpenAt(came)) {
            return Optional.of(TemplateKind.OUT_OF_HOURS);
        }
        return answers.onCreation() ? Optional.of(TemplateKind.AUTO_ANSWER) : Optional.empty();
    }

    /** The customer's, if we know it, else that of their own words; the latter may be unknown too. */
    private @Nullable String language(Actor by, Ticket ticket) {
        String known = customers.readable(by, ticket.customer()).language();
        return known != null
                ? known
                : firstWords
                        .of(by.workspace(), ticket.id())
                        .flatMap(TextLanguage::of)
                        .orElse(null);
    }
}

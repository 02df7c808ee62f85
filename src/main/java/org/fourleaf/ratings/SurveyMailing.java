package org.fourleaf.ratings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fourleaf.conditions.Condition;
import org.fourleaf.conditions.Conditions;
import org.fourleaf.conditions.TicketPictureQuery;
import org.fourleaf.email.CustomerLetters;
import org.fourleaf.email.LastWordsQuery;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.log.Log;
import org.fourleaf.templates.MailTemplate;
import org.fourleaf.templates.TemplateKind;
import org.fourleaf.templates.Templates;
import org.fourleaf.tickets.Ticket;
import org.fourleaf.tickets.TicketStatus;
import org.fourleaf.tickets.TicketVariables;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends surveys that are due, each once: claimed in one transaction, sent outside any, marked sent with its line of the log in another.
 * After a crash between the last two it goes again under the same Message-ID. What speaks against it is asked when it is due and kept.
 */
@Component
class SurveyMailing {

    /** Another node takes over what this one began and did not end by then. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final List<Duration> AGAIN_AFTER = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofDays(1));
    private static final int AT_ONCE_MAX = 200;

    /** Addresses at which nobody reads. */
    private static final Pattern NOBODY = Pattern.compile(
            "(no|not|dont|donot|do-not|dont-)[-_.]?reply.*|noreply.*|mailer-daemon|postmaster|bounces?([-+_.].*)?|auto(mated|reply|-reply)?|notifications?|abuse");

    private record Letter(SurveySending sending, Survey survey, CustomerLetters.Letter letter) {}

    private final SurveySendingStore store;
    private final SurveyStore surveys;
    private final Tickets tickets;
    private final TicketPictureQuery pictures;
    private final Conditions conditions;
    private final FeedbackLinks links;
    private final LastWordsQuery lastWords;
    private final CustomerLetters letters;
    private final Templates templates;
    private final TicketVariables variables;
    private final Log log;
    private final TransactionOperations transaction;
    private final Clock clock;

    SurveyMailing(
            SurveySendingStore store,
            SurveyStore surveys,
            Tickets tickets,
            TicketPictureQuery pictures,
            Conditions conditions,
            FeedbackLinks links,
            LastWordsQuery lastWords,
            CustomerLetters letters,
            Templates templates,
            TicketVariables variables,
            Log log,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.surveys = surveys;
        this.tickets = tickets;
        this.pictures = pictures;
        this.conditions = conditions;
        this.links = links;
        this.lastWords = lastWords;
        this.letters = letters;
        this.templates = templates;
        this.variables = variables;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Called in the workspace, outside any transaction. */
    void mailDue(Actor by) {
        try (CustomerLetters.Round round = letters.round()) {
            for (int i = 0; i < AT_ONCE_MAX; i++) {
                Optional<SurveySending> next = transaction.execute(status -> {
                    Instant now = clock.instant();
                    return store.claim(by.workspace(), now, now.plus(LEASE));
                });
                if (next == null || next.isEmpty()) {
                    return;
                }
                Optional<Letter> letter = transaction.execute(status -> letter(by, next.get()));
                if (letter != null && letter.isPresent()) {
                    send(by, round, letter.get());
                }
            }
        }
    }

    private Optional<Letter> letter(Actor by, SurveySending sending) {
        Survey survey = surveys.find(by.workspace(), sending.survey()).orElse(null);
        if (survey == null || !survey.active()) {
            return passOver(by, sending, "off");
        }
        Ticket ticket = tickets.byId(by, sending.ticket()).orElse(null);
        if (ticket == null || ticket.status() != TicketStatus.RESOLVED || ticket.mergedInto() != null) {
            return passOver(by, sending, "reopened");
        }
        Instant now = clock.instant();
        SurveySendingStore.Addressee to = store.addressee(by.workspace(), sending, survey.everyDays(), now)
                .orElse(null);
        String against = to == null ? "erased" : against(by, ticket, survey, to);
        if (against != null || to == null) {
            return passOver(by, sending, against == null ? "erased" : against);
        }
        if (to.underWay()) {
            store.again(by.workspace(), sending.id(), "under_way", now.plus(LEASE));
            return Optional.empty();
        }
        String link = links.link(by.workspace(), FeedbackLinks.Door.SURVEY, sending.id())
                .orElse(null);
        if (link == null) {
            store.again(by.workspace(), sending.id(), "no_origin", now.plus(again(sending)));
            return Optional.empty();
        }
        MailTemplate template = templates.of(by, TemplateKind.SURVEY, ticket.department(), to.language());
        Map<String, String> values =
                new HashMap<>(variables.of(by, ticket.id(), Locale.forLanguageTag(template.language())));
        values.put(TemplateKind.QUESTION, survey.question(FeedbackWords.of(template.language())));
        return Optional.of(new Letter(
                sending,
                survey,
                SurveyLetter.of(sending, ticket, survey, template, values, String.valueOf(to.address()), link)));
    }

    /** Why it does not go; none when it does. */
    private @Nullable String against(Actor by, Ticket ticket, Survey survey, SurveySendingStore.Addressee to) {
        if (to.demo()) {
            return "demo";
        }
        if (to.address() == null) {
            return "no_address";
        }
        if (NOBODY.matcher(to.address().substring(0, to.address().indexOf('@')).toLowerCase(Locale.ROOT))
                        .matches()
                || lastWords.areAMachines(by, ticket.id())) {
            return "machine";
        }
        if (to.refused()) {
            return "refused";
        }
        if (!to.wrote()) {
            return "never_wrote";
        }
        if (to.undelivered()) {
            return "undelivered";
        }
        if (to.lately() && survey.everyDays() > 0) {
            return "lately";
        }
        Condition condition = conditions.kept(survey.condition());
        return pictures.of(by, ticket).fits(condition, conditions.viewer(by)) ? null : "condition";
    }

    private Optional<Letter> passOver(Actor by, SurveySending sending, String reason) {
        store.passedOver(by.workspace(), sending.id(), reason, clock.instant());
        return Optional.empty();
    }

    private void send(Actor by, CustomerLetters.Round round, Letter next) {
        CustomerLetters.Outcome outcome = round.send(by, next.letter);
        SurveySending sending = next.sending;
        transaction.executeWithoutResult(status -> {
            switch (outcome) {
                case CustomerLetters.Taken() -> sent(by, next);
                case CustomerLetters.Refused(String words) ->
                    store.passedOver(by.workspace(), sending.id(), words, clock.instant());
                case CustomerLetters.Later(String words) -> {
                    if (sending.tries() > AGAIN_AFTER.size()) {
                        store.passedOver(by.workspace(), sending.id(), words, clock.instant());
                    } else {
                        store.again(
                                by.workspace(),
                                sending.id(),
                                words,
                                clock.instant().plus(again(sending)));
                    }
                }
            }
        });
    }

    private void sent(Actor by, Letter next) {
        SurveySending sending = next.sending;
        if (store.sent(by.workspace(), sending.id(), clock.instant())) {
            log.write(
                    by,
                    new SurveySent(
                            sending.ticket(),
                            sending.agent(),
                            sending.customer(),
                            sending.company(),
                            sending.department(),
                            sending.channel(),
                            sending.survey(),
                            next.survey.kind().json()));
        }
    }

    private static Duration again(SurveySending sending) {
        return AGAIN_AFTER.get(Math.clamp(sending.tries() - 1L, 0, AGAIN_AFTER.size() - 1));
    }
}

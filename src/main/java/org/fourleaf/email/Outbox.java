package org.fourleaf.email;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourleaf.platform.Actor;
import org.fourleaf.tickets.DeliveryReporting;
import org.fourleaf.tickets.DeliveryState;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out answers to be sent and takes back how it went. Whoever claims one holds it for {@link #LEASE} and renews that while sending;
 * one who dies between the server's 250 and telling us leaves it to the next, who sends it again under the same Message-ID.
 */
@Component
@Transactional
class Outbox {

    static final Duration LEASE = Duration.ofMinutes(1);
    static final String NO_SERVER = "no outgoing server is set up";

    private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);
    static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration PAUSE_MAX = Duration.ofHours(4);
    private static final int CLAIM_MAX = 10;
    private static final int PUT_OFF_AT_ONCE_MAX = 500;

    private final OutboxStore store;
    private final DeliveryReporting reporting;
    private final Clock clock;

    Outbox(OutboxStore store, DeliveryReporting reporting, Clock clock) {
        this.store = store;
        this.reporting = reporting;
        this.clock = clock;
    }

    /** Some that are due, oldest first; nobody else gets them while the claim holds. */
    List<OutboundMail> claim(Actor by) {
        List<OutboundMail> claimed = store.claim(by.workspace(), clock.instant(), LEASE, CLAIM_MAX);
        reporting.report(by, claimed.stream().map(OutboundMail::message).toList(), DeliveryState.SENDING);
        return claimed;
    }

    void keepClaim(UUID workspace, Collection<UUID> ids) {
        store.keepClaim(workspace, ids, clock.instant().plus(LEASE));
    }

    /** What the server said; recipients it said nothing of are tried again. */
    void settle(Actor by, OutboundMail mail, List<SmtpConnection.Answer> answers) {
        Instant now = clock.instant();
        Map<String, SmtpConnection.Answer> byRecipient = answers.stream()
                .collect(Collectors.toMap(SmtpConnection.Answer::recipient, Function.identity(), (a, b) -> a));
        boolean expired = now.isAfter(mail.queuedAt().plus(GIVE_UP_AFTER));
        List<OutboundMail.Recipient> recipients = new ArrayList<>();
        for (OutboundMail.Recipient recipient : mail.recipients()) {
            SmtpConnection.Answer answer = byRecipient.get(recipient.address());
            OutboundMail.Recipient told =
                    answer == null || isSettled(recipient) ? recipient : told(recipient, answer, expired, now);
            recipients.add(told);
            if (!told.equals(recipient)) {
                store.saveRecipient(by.workspace(), mail.id(), told);
            }
        }
        boolean waiting = recipients.stream().anyMatch(recipient -> !isSettled(recipient));
        DeliveryState worst = OutboundMail.worst(recipients);
        DeliveryState state = waiting ? DeliveryState.DELAYED : worst;
        boolean some = recipients.stream().anyMatch(recipient -> recipient.state() == DeliveryState.SENT);
        store.settle(
                by.workspace(),
                mail.id(),
                state,
                null,
                waiting ? now.plus(pause(mail.attempts())) : now,
                some ? now : null);
        reporting.report(by, List.of(mail.message()), worst);
    }

    /** The same for all who have not got it: no server, or none that answers. */
    void putOff(Actor by, OutboundMail mail, String why) {
        List<SmtpConnection.Answer> answers = mail.recipients().stream()
                .map(recipient -> new SmtpConnection.Answer(recipient.address(), SmtpConnection.Verdict.LATER, why))
                .toList();
        settle(by, mail, answers);
    }

    /**
     * Everything that is due, where there is no server at all: a statement for many, since a desk without one may answer a whole day. What
     * was partly sent, or is to be given up, is left to {@link #claim}.
     */
    void putOffAll(Actor by, String why) {
        Instant now = clock.instant();
        List<UUID> delayed;
        do {
            delayed = store.delay(
                    by.workspace(), why, now, now.minus(GIVE_UP_AFTER), FIRST_PAUSE, PAUSE_MAX, PUT_OFF_AT_ONCE_MAX);
            reporting.report(by, delayed, DeliveryState.DELAYED);
        } while (delayed.size() == PUT_OFF_AT_ONCE_MAX);
    }

    /** It can't be sent, whatever the server would say. */
    void refuse(Actor by, OutboundMail mail, String why) {
        List<SmtpConnection.Answer> answers = mail.recipients().stream()
                .map(recipient -> new SmtpConnection.Answer(recipient.address(), SmtpConnection.Verdict.NEVER, why))
                .toList();
        settle(by, mail, answers);
    }

    static List<String> open(OutboundMail mail) {
        return mail.recipients().stream()
                .filter(recipient -> !isSettled(recipient))
                .map(OutboundMail.Recipient::address)
                .toList();
    }

    private static OutboundMail.Recipient told(
            OutboundMail.Recipient recipient, SmtpConnection.Answer answer, boolean expired, Instant now) {
        return switch (answer.verdict()) {
            case TAKEN -> recipient.now(DeliveryState.SENT, answer.words(), now);
            case NEVER -> recipient.now(DeliveryState.NOT_DELIVERED, answer.words(), now);
            case LATER ->
                expired
                        ? recipient.now(
                                DeliveryState.NOT_DELIVERED,
                                "given up after " + GIVE_UP_AFTER.toDays() + " days: " + answer.words(),
                                now)
                        : recipient.now(DeliveryState.DELAYED, answer.words(), now);
        };
    }

    private static boolean isSettled(OutboundMail.Recipient recipient) {
        return recipient.state() == DeliveryState.SENT || recipient.state() == DeliveryState.NOT_DELIVERED;
    }

    /** Doubling from a minute. */
    static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempts - 1, 0, 20));
        return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    }
}

package org.fourleaf.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fourleaf.mailreading.Bounce;
import org.fourleaf.mailreading.MailKind;
import org.fourleaf.mailreading.MailThreads;
import org.fourleaf.mailreading.ReadMail;
import org.fourleaf.platform.Texts;
import org.fourleaf.tickets.DeliveryReporting;
import org.fourleaf.tickets.DeliveryState;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A server says what became of an answer of ours: it is noted beside that answer, and never opens a ticket. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BounceFiling {

    private final OutboxStore outbox;
    private final Tickets tickets;
    private final DeliveryReporting reporting;

    BounceFiling(OutboxStore outbox, Tickets tickets, DeliveryReporting reporting) {
        this.outbox = outbox;
        this.tickets = tickets;
        this.reporting = reporting;
    }

    Intake.Outcome file(
            FilingRound round, Intake intake, ReadMail mail, MailKind.Bounced bounced, FilingRound.Trail trail) {
        Bounce first = bounced.bounces().getFirst();
        trail.add("kind", "bounce", first.hard() ? "a server could not deliver" : "a server still tries to deliver");
        OutboundMail answer =
                answerOf(round, intake, mail, bounced.bounces(), trail).orElse(null);
        if (answer == null) {
            trail.add("match", "none", "it names no mail of ours");
        } else {
            note(round, answer, bounced.bounces());
        }
        return new Intake.Outcome(
                IntakeState.DONE,
                IntakeKind.BOUNCE,
                answer == null ? null : answer.ticket(),
                answer == null ? null : answer.message(),
                answer == null ? "it names no mail of ours" : null,
                trail.decisions(),
                new Intake.BounceNews(
                        first.recipient() == null ? null : Texts.clean(first.recipient()),
                        first.hard(),
                        first.status(),
                        Texts.clean(first.reason())));
    }

    private Optional<OutboundMail> answerOf(
            FilingRound round, Intake intake, ReadMail mail, List<Bounce> bounces, FilingRound.Trail trail) {
        List<String> ids = Stream.concat(
                        bounces.stream().map(Bounce::originalMessageId).filter(Objects::nonNull),
                        MailThreads.ancestors(mail).stream())
                .map(id -> Texts.clean(MailThreads.messageId(id)))
                .distinct()
                .toList();
        Optional<OutboundMail> named =
                ids.isEmpty() ? Optional.empty() : outbox.byRfcId(round.by().workspace(), ids);
        if (named.isPresent()) {
            trail.add("match", "message id", "it names the Message-ID of our answer");
            return named;
        }
        Optional<OutboundMail> byToken = Stream.concat(
                        intake.envelopeTo().stream(), MailThreads.receivers(mail).stream())
                .flatMap(address -> ReplyToken.inAddress(address).stream())
                .filter(token ->
                        round.own().all().stream().anyMatch(mailbox -> token.isSealedBy(mailbox.replySecret())))
                .findFirst()
                .flatMap(token -> byToken(round, token, bounces.getFirst().recipient()));
        byToken.ifPresent(answer -> trail.add("match", "token", "it came back to the sender address of our answer"));
        return byToken;
    }

    private Optional<OutboundMail> byToken(FilingRound round, ReplyToken token, @Nullable String recipient) {
        List<OutboundMail> answers = tickets.byCode(round.by(), token.ticket().text())
                .map(ticket -> outbox.ofTicket(round.by().workspace(), ticket.id()))
                .orElse(List.of());
        return answers.stream()
                .filter(answer -> ReplyToken.answerDigits(answer.message()).equals(token.answer()))
                .findFirst()
                .or(() -> answers.stream()
                        .filter(answer -> answer.recipients().stream()
                                .anyMatch(one -> one.address().equalsIgnoreCase(recipient)))
                        .findFirst());
    }

    private void note(FilingRound round, OutboundMail answer, List<Bounce> bounces) {
        UUID workspace = round.by().workspace();
        List<OutboundMail.Recipient> recipients = new ArrayList<>(answer.recipients());
        for (Bounce bounce : bounces) {
            int index = indexOf(recipients, bounce.recipient());
            if (index >= 0) {
                String words = bounce.status() == null ? bounce.reason() : bounce.status() + " " + bounce.reason();
                OutboundMail.Recipient told = recipients
                        .get(index)
                        .now(
                                bounce.hard() ? DeliveryState.NOT_DELIVERED : DeliveryState.DELAYED,
                                Texts.clean(words),
                                round.now());
                recipients.set(index, told);
                outbox.saveRecipient(workspace, answer.id(), told);
            }
        }
        reporting.report(round.by(), List.of(answer.message()), OutboundMail.worst(recipients));
    }

    /** The one it names; where it names none that we know, the only one there is. */
    private static int indexOf(List<OutboundMail.Recipient> recipients, @Nullable String address) {
        if (address != null) {
            String wanted = address.toLowerCase(Locale.ROOT);
            for (int i = 0; i < recipients.size(); i++) {
                if (recipients.get(i).address().equals(wanted)) {
                    return i;
                }
            }
        }
        return recipients.size() == 1 ? 0 : -1;
    }
}

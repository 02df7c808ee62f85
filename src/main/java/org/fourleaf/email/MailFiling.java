package org.fourleaf.email;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fourleaf.mailreading.MailKind;
import org.fourleaf.mailreading.MailReading;
import org.fourleaf.mailreading.MailThreads;
import org.fourleaf.mailreading.ReadMail;
import org.fourleaf.mailreading.UnreadableMail;
import org.fourleaf.platform.blobs.Blobs;
import org.fourleaf.tickets.Content;
import org.fourleaf.tickets.Message;
import org.fourleaf.tickets.MessageType;
import org.fourleaf.tickets.TicketReplying;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files one received mail: reads it, decides what it is and where it belongs, and writes down why. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MailFiling {

    /** How long a mail waits for one that came later but that it answers; two that answer each other would wait for ever. */
    private static final Duration WAIT_FOR_LATER_MAX = Duration.ofMinutes(1);

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(1);

    private static final String UNREADABLE_SUBJECT = "Unreadable mail";
    private static final String UNREADABLE =
            "This mail is so broken that its words could not be read. It is attached as it came: mail.eml.";
    private static final String FAILED_SUBJECT = "Mail that could not be filed";
    private static final String FAILED =
            "Something went wrong each time this mail was to be filed. It is attached as it came: mail.eml.";

    private final IntakeStore store;
    private final Blobs blobs;
    private final MailThreading threading;
    private final MailTicketing ticketing;
    private final BounceFiling bounces;
    private final TicketReplying replying;
    private final Tickets tickets;

    MailFiling(
            IntakeStore store,
            Blobs blobs,
            MailThreading threading,
            MailTicketing ticketing,
            BounceFiling bounces,
            TicketReplying replying,
            Tickets tickets) {
        this.store = store;
        this.blobs = blobs;
        this.threading = threading;
        this.ticketing = ticketing;
        this.bounces = bounces;
        this.replying = replying;
        this.tickets = tickets;
    }

    /** @throws IOException when the source can't be read at the moment */
    void file(FilingRound round, Intake intake) throws IOException {
        UUID workspace = round.by().workspace();
        try (InputStream raw = blobs.open(workspace, intake.hash());
                ReadMail mail = MailReading.read(raw)) {
            if (waits(round, intake, mail)) {
                store.postpone(
                        workspace,
                        intake.id(),
                        round.now().plus(LOOK_AGAIN_AFTER),
                        false,
                        "waits for the mail it answers");
                return;
            }
            IntakeStore.Seen seen = store.remember(workspace, fingerprint(workspace, intake), intake);
            Intake.Outcome outcome = seen.fresh() ? fresh(round, intake, mail) : repeated(round, intake, seen);
            store.finish(workspace, intake.id(), outcome, round.now());
        } catch (UnreadableMail e) {
            IntakeStore.Seen seen = store.remember(workspace, fingerprint(workspace, intake), intake);
            Intake.Outcome outcome = seen.fresh()
                    ? raw(round, intake, IntakeState.DONE, UNREADABLE_SUBJECT, UNREADABLE, "the mail could not be read")
                    : repeated(round, intake, seen);
            store.finish(workspace, intake.id(), outcome, round.now());
        }
    }

    /** For a mail that failed again and again: people get it raw. */
    void giveUp(FilingRound round, Intake intake, String reason) {
        store.finish(
                round.by().workspace(),
                intake.id(),
                raw(round, intake, IntakeState.QUARANTINED, FAILED_SUBJECT, FAILED, reason),
                round.now());
    }

    private Intake.Outcome fresh(FilingRound round, Intake intake, ReadMail mail) throws IOException {
        FilingRound.Trail trail = new FilingRound.Trail();
        MailKind kind = MailKind.of(mail, round.own().addresses(), FilingRound.loopMark(round.by()));
        return switch (kind) {
            case MailKind.Loop loop -> {
                trail.add("kind", "loop", "it carries our own mark or comes from an address of ours");
                yield outcome(IntakeKind.LOOP, null, "our own mail come back", trail);
            }
            case MailKind.Bounced bounced -> bounces.file(round, intake, mail, bounced, trail);
            case MailKind.AutoReply reply -> {
                trail.add("kind", "auto_reply", "a machine's answer: it reopens nothing");
                yield ticketed(round, intake, mail, IntakeKind.AUTO_REPLY, trail);
            }
            case MailKind.Message(boolean automatic) -> {
                trail.add("kind", "message", automatic ? "written by a program" : "written by a person");
                yield ticketed(round, intake, mail, IntakeKind.MESSAGE, trail);
            }
        };
    }

    private Intake.Outcome ticketed(
            FilingRound round, Intake intake, ReadMail mail, IntakeKind kind, FilingRound.Trail trail)
            throws IOException {
        boolean quiet = kind == IntakeKind.AUTO_REPLY;
        MailSender sender = MailSender.of(mail, intake.envelopeFrom(), round.own(), round.mailbox(intake));
        trail.add("sender", sender.address(), sender.why());
        MailThreading.Place place = threading.place(round, intake, mail, sender, quiet, trail);
        Message message = ticketing.add(round, intake, mail, sender, place, quiet);
        return outcome(kind, message, null, trail);
    }

    private Intake.Outcome repeated(FilingRound round, Intake intake, IntakeStore.Seen seen) {
        FilingRound.Trail trail = new FilingRound.Trail();
        Optional<IntakeStore.Filed> first = store.filed(round.by().workspace(), seen.first());
        UUID ticket = first.map(IntakeStore.Filed::ticket).orElse(null);
        UUID message = first.map(IntakeStore.Filed::message).orElse(null);
        if (seen.again()) {
            trail.add("duplicate", "same", "the very same mail is in this mailbox already");
            return new Intake.Outcome(
                    IntakeState.DONE,
                    IntakeKind.DUPLICATE,
                    ticket,
                    message,
                    "the same mail as " + seen.first(),
                    trail.decisions(),
                    null);
        }
        String also = round.mailbox(intake).address();
        trail.add("duplicate", "other mailbox", "the mail is in the ticket it made in another of our mailboxes");
        if (ticket != null) {
            tickets.lockFollowingMerges(round.by(), ticket)
                    .ifPresent(found -> replying.write(
                            round.by(),
                            found.code().text(),
                            TicketReplying.Words.of(
                                    MessageType.NOTE, Content.plain("This mail was also sent to " + also + "."))));
        }
        return new Intake.Outcome(
                IntakeState.DONE,
                IntakeKind.MESSAGE,
                ticket,
                message,
                "filed with the copy to another mailbox",
                trail.decisions(),
                null);
    }

    private Intake.Outcome raw(
            FilingRound round, Intake intake, IntakeState state, String subject, String words, String reason) {
        FilingRound.Trail trail = new FilingRound.Trail();
        trail.add("read", "raw", reason);
        Message message = ticketing.addRaw(round, intake, subject, words);
        return new Intake.Outcome(
                state, IntakeKind.MESSAGE, message.ticket(), message.id(), reason, trail.decisions(), null);
    }

    /** Whether a mail this one answers lies unfiled in the queue. */
    private boolean waits(FilingRound round, Intake intake, ReadMail mail) {
        List<String> ancestors = MailThreads.ancestors(mail);
        if (ancestors.isEmpty()) {
            return false;
        }
        return store.waitingWithId(round.by().workspace(), ancestors, intake.id())
                .filter(parent -> parent.compareTo(intake.id()) < 0
                        || round.now().isBefore(intake.receivedAt().plus(WAIT_FOR_LATER_MAX)))
                .isPresent();
    }

    private byte[] fingerprint(UUID workspace, Intake intake) throws IOException {
        try (InputStream raw = blobs.open(workspace, intake.hash())) {
            return MailFingerprint.of(raw);
        }
    }

    private static Intake.Outcome outcome(
            IntakeKind kind, @Nullable Message message, @Nullable String reason, FilingRound.Trail trail) {
        return new Intake.Outcome(
                IntakeState.DONE,
                kind,
                message == null ? null : message.ticket(),
                message == null ? null : message.id(),
                reason,
                trail.decisions(),
                null);
    }
}

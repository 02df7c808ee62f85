package org.fourleaf.email;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.mailreading.RawHead;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.Texts;
import org.fourleaf.platform.blobs.Blobs;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Takes raw mail in: when it returns, the source is on disk and a row committed, and the mail can't be lost any more. */
@Component
class MailAccepting {

    private static final int ENVELOPE_CHARS_MAX = 512;

    /** One of our mailboxes among a mail's recipients, with the addresses it was called by. */
    record Delivery(MailboxStore.Place place, List<String> recipients) {}

    private final Blobs blobs;
    private final IntakeCommit commit;
    private final Clock clock;
    private final long bytesMax;

    MailAccepting(Blobs blobs, IntakeCommit commit, Clock clock, @Value("${fourleaf.mail.size-max}") DataSize sizeMax) {
        this.blobs = blobs;
        this.commit = commit;
        this.clock = clock;
        this.bytesMax = sizeMax.toBytes();
    }

    long bytesMax() {
        return bytesMax;
    }

    /**
     * One source a workspace, one intake a mailbox, in the order given.
     *
     * @throws Blobs.TooLarge as soon as more has come than is taken
     */
    List<UUID> accept(Intake.Source source, @Nullable String envelopeFrom, List<Delivery> deliveries, InputStream raw)
            throws IOException {
        Map<UUID, List<Delivery>> byWorkspace = new LinkedHashMap<>();
        deliveries.forEach(delivery -> byWorkspace
                .computeIfAbsent(delivery.place().workspace(), workspace -> new ArrayList<>())
                .add(delivery));
        UUID first = deliveries.getFirst().place().workspace();
        Blobs.Blob blob = blobs.write(first, raw, bytesMax);
        String rfcMessageId;
        try (InputStream written = blobs.open(first, blob.hash())) {
            rfcMessageId = RawHead.messageId(written);
        }
        List<UUID> ids = new ArrayList<>();
        for (var entry : byWorkspace.entrySet()) {
            if (!entry.getKey().equals(first)) {
                try (InputStream written = blobs.open(first, blob.hash())) {
                    blobs.write(entry.getKey(), written, bytesMax);
                }
            }
            List<Intake> intakes = intakes(source, envelopeFrom, entry.getValue(), blob, rfcMessageId);
            commit.commit(entry.getKey(), intakes);
            intakes.forEach(intake -> ids.add(intake.id()));
        }
        return ids;
    }

    private List<Intake> intakes(
            Intake.Source source,
            @Nullable String envelopeFrom,
            List<Delivery> deliveries,
            Blobs.Blob blob,
            @Nullable String rfcMessageId) {
        Instant now = clock.instant();
        return deliveries.stream()
                .map(delivery -> new Intake(
                        Ids.next(),
                        delivery.place().mailbox(),
                        source,
                        blob.hash(),
                        blob.size(),
                        envelopeFrom == null ? null : Texts.cut(Texts.line(envelopeFrom), ENVELOPE_CHARS_MAX),
                        delivery.recipients(),
                        rfcMessageId == null ? null : Texts.clean(rfcMessageId),
                        now,
                        0))
                .toList();
    }
}

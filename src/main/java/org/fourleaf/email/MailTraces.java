package org.fourleaf.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.blobs.Blobs;
import org.fourleaf.tickets.MessageTraces;
import org.springframework.stereotype.Component;

/** Takes the sources of an erased customer's mails away, and their address from what was sent to them. */
@Component
class MailTraces implements MessageTraces {

    private final MailTraceStore store;
    private final Blobs blobs;

    MailTraces(MailTraceStore store, Blobs blobs) {
        this.store = store;
        this.blobs = blobs;
    }

    @Override
    public void erase(Actor by, Collection<UUID> tickets, Collection<UUID> messages, Collection<String> addresses) {
        store.forgetRecipients(by.workspace(), tickets, addresses);
        List<byte[]> sources = store.sources(by.workspace(), messages);
        if (sources.isEmpty()) {
            return;
        }
        Blobs.Blob nothing = nothing(by.workspace());
        blobs.record(by, nothing);
        store.empty(by.workspace(), messages, nothing.hash());
        blobs.forgetAfterCommit(by.workspace(), sources);
    }

    private Blobs.Blob nothing(UUID workspace) {
        try {
            return blobs.write(workspace, new ByteArrayInputStream(new byte[0]), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

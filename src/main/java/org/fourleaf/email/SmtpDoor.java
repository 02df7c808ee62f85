package org.fourleaf.email;

import java.net.BindException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.fourleaf.platform.StartRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Where mail comes in: an SMTP server that takes mail for our mailboxes and for nobody else. It offers STARTTLS when the SSL bundle
 * {@value #CERTIFICATE} is configured.
 */
@Component
class SmtpDoor implements SmartLifecycle {

    private static final String CERTIFICATE = "smtp";
    private static final int CONNECTIONS_MAX = 200;
    private static final int RECIPIENTS_MAX = 100;
    private static final int BACKLOG = 200;
    private static final int SILENCE_SECONDS_MAX = 60;
    private static final int ENVELOPE_CHARS_MAX = 512;
    private static final long FINISH_WITHIN_SECONDS = 5;
    /**
     * Early, so that a taken port is told before anything else starts. It closes late therefore, which does no harm: what comes in then
     * is kept, and filed after the next start.
     */
    private static final int PHASE = 1_000;

    private final MailAccepting accepting;
    private final MailboxAddresses addresses;
    private final SslBundles certificates;
    private final int port;
    private DataInProgress inProgress = new DataInProgress();
    private @Nullable SMTPServer server;

    SmtpDoor(
            MailAccepting accepting,
            MailboxAddresses addresses,
            SslBundles certificates,
            @Value("${fourleaf.smtp-port}") int port) {
        this.accepting = accepting;
        this.addresses = addresses;
        this.certificates = certificates;
        this.port = port;
    }

    @Override
    public synchronized void start() {
        DataInProgress ofThisOpening = new DataInProgress();
        inProgress = ofThisOpening;
        SMTPServer.Builder door = SMTPServer.port(port)
                .hostName("fourleaf")
                .softwareName("Fourleaf")
                .backlog(BACKLOG)
                .maxConnections(CONNECTIONS_MAX)
                .maxRecipients(RECIPIENTS_MAX)
                .maxMessageSize(Math.toIntExact(accepting.bytesMax()))
                .connectionTimeout(SILENCE_SECONDS_MAX, TimeUnit.SECONDS)
                // Odd senders are no reason to lose a mail; only the length is bounded.
                .fromAddressValidator(sender -> sender.length() <= ENVELOPE_CHARS_MAX)
                // The raw source is kept as it came; a line of ours would also cost a name lookup for each mail.
                .insertReceivedHeaders(false)
                .serverThreadName("smtp-door")
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("smtp-", 0).factory()))
                .messageHandlerFactory(context -> new SmtpTransaction(accepting, addresses, ofThisOpening, context));
        try {
            door.startTlsSocketFactory(certificates.getBundle(CERTIFICATE).createSslContext())
                    .enableTLS();
        } catch (NoSuchSslBundleException none) {
            door.enableTLS(false);
        }
        SMTPServer opened = door.build();
        try {
            opened.start();
        } catch (RuntimeException e) {
            if (e.getCause() instanceof BindException) {
                throw StartRefused.portTaken(port, "FOURLEAF_SMTP_PORT");
            }
            throw e;
        }
        server = opened;
    }

    /** The port mail is taken at: another than configured only when that was 0. */
    synchronized int port() {
        return server == null ? port : server.getPortAllocated();
    }

    /** Mails that are just coming in are taken or refused properly before the connections close. */
    @Override
    public synchronized void stop() {
        if (server != null) {
            inProgress.refuseNewAndAwait(FINISH_WITHIN_SECONDS, TimeUnit.SECONDS);
            server.stop();
            server = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}

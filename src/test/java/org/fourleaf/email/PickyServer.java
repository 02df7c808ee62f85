package org.fourleaf.email;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Somebody's mail server: refuses {@code gone@} for good and {@code busy@} for now, and keeps everything else it gets. */
final class PickyServer implements AutoCloseable {

    /** A mail as it arrived. */
    record Arrived(String from, List<String> to, String raw) {}

    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final SMTPServer server;
    private volatile boolean patient;

    PickyServer() {
        server = SMTPServer.port(0).messageHandlerFactory(context -> new Mail()).build();
        server.start();
    }

    String url() {
        return "smtp://localhost:" + server.getPortAllocated();
    }

    List<Arrived> arrived() {
        return arrived;
    }

    /** From now on nobody is too busy. */
    void relax() {
        patient = true;
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Mail implements MessageHandler {
        private String from = "";
        private final List<String> to = new CopyOnWriteArrayList<>();

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.startsWith("gone@")) {
                throw new RejectException(550, "5.1.1 no such user");
            }
            if (recipient.startsWith("busy@") && !patient) {
                throw new RejectException(450, "4.2.1 mailbox busy");
            }
            to.add(recipient);
        }

        @Override
        public String data(InputStream data) throws IOException {
            arrived.add(new Arrived(from, List.copyOf(to), new String(data.readAllBytes(), StandardCharsets.UTF_8)));
            return "kept";
        }

        @Override
        public void done() {}
    }
}

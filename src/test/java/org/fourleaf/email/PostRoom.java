package org.fourleaf.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A world with a mailbox, and hands to send mail to it and look where it went. */
@TestComponent
public class PostRoom {

    private static final long FILED_WITHIN_MILLIS = 15_000;
    private static final long LOOK_EVERY_MILLIS = 20;

    private final Worlds worlds;
    private final SmtpDoor door;
    private final IntakeRounds rounds;
    private final Clock clock;

    PostRoom(Worlds worlds, SmtpDoor door, IntakeRounds rounds, Clock clock) {
        this.worlds = worlds;
        this.door = door;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** One desk with its mail: {@code support@…} of a domain nobody else has. */
    public final class Desk {
        public final World world = worlds.fresh();
        public final Api olga = world.olga();
        final String domain = "d" + world.workspace().toString().replace("-", "") + ".example.com";
        public final String support = "support@" + domain;
        final UUID mailbox = olga.post("/api/v1/mailboxes", Map.of("address", support, "name", "Support"))
                .mustBe(201)
                .id("/id");

        /** Sends through the SMTP door, which must take it. */
        public void mail(String from, String to, String raw) {
            assertThat(smtp(from, to, raw)).startsWith("250");
        }

        String smtp(String from, String to, String raw) {
            try (SmtpClient client = new SmtpClient(door.port())) {
                return client.send(from, to, raw);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Hands it in by API and waits until it is filed. @return the intake */
        JsonNode hand(String raw) {
            return hand(mailbox, raw);
        }

        JsonNode hand(UUID into, String raw) {
            UUID id = olga.send(
                            "POST",
                            "/api/v1/mailboxes/" + into + "/mails",
                            raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                            "message/rfc822")
                    .mustBe(202)
                    .id("/id");
            return filed(id);
        }

        JsonNode filed(UUID intake) {
            long until = System.nanoTime() + FILED_WITHIN_MILLIS * 1_000_000;
            JsonNode card = olga.get("/api/v1/mails/" + intake).mustBe(200).body();
            while (card.at("/state").asString().equals("received") && System.nanoTime() < until) {
                pause();
                card = olga.get("/api/v1/mails/" + intake).mustBe(200).body();
            }
            assertThat(card.at("/state").asString()).as("%s", card).isNotEqualTo("received");
            return card;
        }

        /** The only ticket with these words in its subject. */
        public JsonNode ticketAbout(String words) {
            long until = System.nanoTime() + FILED_WITHIN_MILLIS * 1_000_000;
            while (true) {
                for (JsonNode ticket :
                        olga.get("/api/v1/tickets").mustBe(200).body().at("/items")) {
                    if (ticket.at("/subject").asString().contains(words)) {
                        return ticket;
                    }
                }
                assertThat(System.nanoTime()).as("no ticket about %s", words).isLessThan(until);
                pause();
            }
        }

        public JsonNode ticket(String code) {
            return olga.get("/api/v1/tickets/" + code).mustBe(200).body();
        }

        public JsonNode thread(String code) {
            return olga.get("/api/v1/tickets/" + code + "/messages")
                    .mustBe(200)
                    .body()
                    .at("/items");
        }

        int tickets() {
            return owner().sql("select count(*) from ticket where workspace_id = ?")
                    .param(world.workspace())
                    .query(Integer.class)
                    .single();
        }

        int intakes(IntakeState state) {
            return owner().sql("select count(*) from mail_intake where workspace_id = ? and state = ?")
                    .param(world.workspace())
                    .param(state.code())
                    .query(Integer.class)
                    .single();
        }

        public void untilAllFiled() {
            long until = System.nanoTime() + FILED_WITHIN_MILLIS * 1_000_000;
            while (intakes(IntakeState.RECEIVED) > 0) {
                assertThat(System.nanoTime()).isLessThan(until);
                pause();
            }
        }

        /** One round in this thread, as a worker does it. */
        int fileSome() {
            return Workspaces.call(world.workspace(), () -> rounds.fileSome(world.workspace()));
        }
    }

    public Desk desk() {
        return new Desk();
    }

    Clock clock() {
        return clock;
    }

    void reopenDoor() {
        door.stop();
        door.start();
    }

    int smtpPort() {
        return door.port();
    }

    /** Behind the scenes of every workspace. */
    static JdbcClient owner() {
        return JdbcClient.create(TestDatabase.owner());
    }

    static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A short mail. */
    public static String mail(String from, String to, String subject, String id, String more, String text) {
        return """
                From: %s
                To: %s
                Subject: %s
                Message-ID: <%s>
                Date: Mon, 2 Mar 2026 09:15:00 +0200
                %sMIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(from, to, subject, id, more, text);
    }
}

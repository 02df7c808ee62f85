package org.fourleaf.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourleaf.email.PostRoom.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;

@InFourleaf
@Import(PostRoom.class)
class SmtpDoorTest {

    @Autowired
    PostRoom postRoom;

    @Value("${fourleaf.data}")
    Path data;

    PostRoom.Desk desk;

    @BeforeAll
    void open() {
        desk = postRoom.desk();
    }

    @Test
    void a_mail_becomes_a_ticket_that_shows_who_wrote_what() {
        PostRoom.Desk desk = postRoom.desk();
        desk.mail(
                "kim@example.org",
                desk.support,
                mail("Kim Park <kim@example.org>", desk.support, "Broken printer", "p1@example.org", "", "It smokes."));

        var ticket = desk.ticketAbout("Broken printer");

        assertThat(ticket.at("/status").asString()).isEqualTo("new");
        assertThat(ticket.at("/channel").asString()).isEqualTo("email");
        assertThat(ticket.at("/customer/email").asString()).isEqualTo("kim@example.org");
        assertThat(ticket.at("/customer/name").asString()).isEqualTo("Kim Park");
        assertThat(ticket.at("/department/name").asString()).isEqualTo("Support");
        var message = desk.thread(ticket.at("/code").asString()).get(0);
        assertThat(message.at("/text").asString()).isEqualToIgnoringWhitespace("It smokes.");
        assertThat(message.at("/direction").asString()).isEqualTo("in");
        String raw =
                desk.olga.get(message.at("/raw_url").asString()).mustBe(200).string();
        assertThat(raw).startsWith("From: Kim Park").contains("Message-ID: <p1@example.org>");
    }

    @Test
    void mail_to_nobody_here_is_refused_before_its_first_line() {
        assertThat(desk.smtp(World.OMAR, "nobody@" + desk.domain, "x")).startsWith("550");
        assertThat(desk.smtp(World.OMAR, "omar@elsewhere.example.net", "x")).startsWith("550");
        assertThat(desk.smtp(World.OMAR, "support", "x")).startsWith("550");
    }

    @Test
    void a_plus_part_and_the_shared_reply_address_lead_to_the_mailbox() throws IOException {
        try (SmtpClient client = new SmtpClient(postRoom.smtpPort())) {
            client.say("MAIL FROM:<>");
            assertThat(client.say("RCPT TO:<support+anything@" + desk.domain + ">"))
                    .startsWith("250");
            assertThat(client.say("RCPT TO:<reply+anything@" + desk.domain + ">"))
                    .startsWith("250");
            assertThat(client.say("RCPT TO:<SUPPORT@" + desk.domain.toUpperCase(java.util.Locale.ROOT) + ">"))
                    .startsWith("250");
            assertThat(client.say("RCPT TO:<other+anything@" + desk.domain + ">"))
                    .startsWith("550");
        }
    }

    @Test
    void too_large_a_mail_is_refused_while_it_is_still_being_sent() throws IOException {
        long before = files();
        try (SmtpClient client = new SmtpClient(postRoom.smtpPort())) {
            assertThat(client.say("EHLO again.example.org")).contains("SIZE " + 40 * 1024 * 1024);
            client.say("MAIL FROM:<omar@example.org>");
            client.say("RCPT TO:<" + desk.support + ">");
            client.say("DATA");
            client.write("Subject: Large\r\n\r\n");
            String line = "x".repeat(76) + "\r\n";
            String chunk = line.repeat(10_000);
            for (int sent = 0; sent <= 42 * 1024 * 1024; sent += chunk.length()) {
                client.write(chunk);
            }
            assertThat(client.answer()).as("no dot was sent yet").startsWith("552");
        }
        assertThat(files()).isEqualTo(before);
        assertThat(desk.smtp(World.OMAR, desk.support, "x")).startsWith("250");
    }

    @Test
    void a_sender_who_announces_too_much_need_not_send_it() throws IOException {
        try (SmtpClient client = new SmtpClient(postRoom.smtpPort())) {
            assertThat(client.say("MAIL FROM:<omar@example.org> SIZE=41943041")).startsWith("552");
        }
    }

    @Test
    void recipients_beyond_the_limit_are_put_off() throws IOException {
        try (SmtpClient client = new SmtpClient(postRoom.smtpPort())) {
            client.say("MAIL FROM:<omar@example.org>");
            for (int i = 0; i < 100; i++) {
                assertThat(client.say("RCPT TO:<support+" + i + "@" + desk.domain + ">"))
                        .startsWith("250");
            }
            assertThat(client.say("RCPT TO:<" + desk.support + ">")).startsWith("452");
        }
    }

    @Test
    void a_connection_takes_mail_after_mail_and_a_hang_up_loses_only_what_was_not_said_250_to() throws IOException {
        PostRoom.Desk other = postRoom.desk();
        try (SmtpClient client = new SmtpClient(postRoom.smtpPort())) {
            assertThat(client.send(
                            World.OMAR, other.support, mail(World.OMAR, other.support, "First one", "c1@x", "", "a")))
                    .startsWith("250");
            assertThat(client.send(
                            World.OMAR, other.support, mail(World.OMAR, other.support, "Second one", "c2@x", "", "b")))
                    .startsWith("250");
            client.say("MAIL FROM:<omar@example.org>");
            client.say("RCPT TO:<" + other.support + ">");
            client.say("DATA");
            client.write("Subject: Third\r\n\r\nhalf of it");
        }
        other.ticketAbout("First one");
        other.ticketAbout("Second one");
        assertThat(other.intakes(IntakeState.RECEIVED) + other.intakes(IntakeState.DONE))
                .isEqualTo(2);
    }

    @Test
    void a_door_that_was_closed_opens_again() {
        postRoom.reopenDoor();
        assertThat(desk.smtp(World.OMAR, desk.support, "x")).startsWith("250");
    }

    private long files() throws IOException {
        Path folder = data.resolve("blobs").resolve(desk.world.workspace().toString());
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).count();
        }
    }
}

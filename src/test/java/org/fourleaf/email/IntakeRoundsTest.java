package org.fourleaf.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fourleaf.email.PostRoom.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Ids;
import org.fourleaf.platform.blobs.Blobs;
import org.fourleaf.platform.database.WorkspaceTransactions;
import org.fourleaf.platform.database.Workspaces;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@InFourleaf
@Import(PostRoom.class)
class IntakeRoundsTest {

    @Autowired
    PostRoom postRoom;

    @Autowired
    MailFiling filing;

    @Autowired
    IntakeStore store;

    @Autowired
    Mailboxes mailboxes;

    @Autowired
    Blobs blobs;

    @Autowired
    WorkspaceTransactions transactions;

    PostRoom.Desk desk;

    @BeforeEach
    void open() {
        desk = postRoom.desk();
    }

    @Test
    void a_mail_that_can_not_be_filed_holds_up_no_other_and_is_given_to_people_in_the_end() {
        UUID poison = accepted(new byte[] {1, 2, 3, 4}, 0, false);
        JsonNode good = desk.hand(mail(World.OMAR, desk.support, "Good one", "good@x", "", "Hello"));
        assertThat(good.at("/ticket").isNull()).isFalse();

        for (int attempt = 1; attempt <= 8; attempt++) {
            due(poison);
            desk.fileSome();
        }

        JsonNode given = desk.filed(poison);
        assertThat(given.at("/state").asString()).isEqualTo("quarantined");
        JsonNode message = desk.thread(given.at("/ticket").asString()).get(0);
        assertThat(message.at("/attachments/0/name").asString()).isEqualTo("mail.eml");
        assertThat(message.at("/text").asString()).contains("attached as it came");
    }

    @Test
    void a_crash_in_the_middle_of_filing_leaves_the_mail_to_be_filed_once() {
        UUID id = accepted(
                mail(World.OMAR, desk.support, "Interrupted", "crash@x", "", "Hello")
                        .getBytes(StandardCharsets.UTF_8),
                3_600,
                true);

        file(id, true);
        assertThat(desk.tickets()).isZero();
        assertThat(desk.intakes(IntakeState.RECEIVED)).isEqualTo(1);

        file(id, false);
        assertThat(desk.tickets()).isEqualTo(1);
        assertThat(desk.thread(desk.ticketAbout("Interrupted").at("/code").asString()))
                .hasSize(1);
    }

    @Test
    void two_mails_that_answer_each_other_do_not_wait_for_ever() {
        JsonNode one = desk.hand(mail(World.OMAR, desk.support, "Chicken", "chicken@x", "In-Reply-To: <egg@x>\n", "a"));
        JsonNode two = desk.hand(mail(World.OMAR, desk.support, "Egg", "egg@x", "In-Reply-To: <chicken@x>\n", "b"));

        assertThat(two.at("/ticket").asString()).isEqualTo(one.at("/ticket").asString());
    }

    @Test
    void many_senders_at_once_lose_nothing_and_double_nothing() throws InterruptedException {
        List<Thread> senders = java.util.stream.IntStream.range(0, 8)
                .mapToObj(sender -> Thread.ofVirtual().start(() -> {
                    for (int i = 0; i < 10; i++) {
                        String id = "many-" + sender + "-" + i + "@x";
                        desk.mail(
                                "c" + i + "@example.org",
                                desk.support,
                                mail("c" + i + "@example.org", desk.support, "Many " + id, id, "", "x"));
                    }
                }))
                .toList();
        for (Thread sender : senders) {
            sender.join();
        }
        desk.untilAllFiled();

        assertThat(desk.tickets()).isEqualTo(80);
        assertThat(PostRoom.owner()
                        .sql("select count(distinct rfc_message_id) from message where workspace_id = ?")
                        .param(desk.world.workspace())
                        .query(Integer.class)
                        .single())
                .isEqualTo(80);
    }

    @Test
    void pauses_between_attempts_grow_and_are_bounded() {
        assertThat(IntakeRounds.pause(0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(IntakeRounds.pause(3)).isEqualTo(Duration.ofSeconds(40));
        assertThat(IntakeRounds.pause(1_000)).isEqualTo(Duration.ofHours(1));
        assertThat(Outbox.pause(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Outbox.pause(1_000)).isEqualTo(Duration.ofHours(4));
    }

    /** An accepted mail that is due in so many seconds. @param kept whether its source is really there */
    private UUID accepted(byte[] raw, int dueInSeconds, boolean kept) {
        UUID id = Ids.next();
        UUID workspace = desk.world.workspace();
        try {
            Blobs.Blob blob = blobs.write(workspace, new ByteArrayInputStream(raw), raw.length);
            Intake intake = new Intake(
                    id,
                    desk.mailbox,
                    Intake.Source.SMTP,
                    blob.hash(),
                    blob.size(),
                    World.OMAR,
                    List.of(desk.support),
                    null,
                    postRoom.clock().instant().plusSeconds(dueInSeconds),
                    0);
            Workspaces.run(
                    workspace,
                    () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                        blobs.record(Actor.system(workspace), blob);
                        store.insert(workspace, List.of(intake));
                    }));
            if (!kept) {
                java.nio.file.Files.delete(blobs.path(workspace, blob.hash()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    private static void due(UUID intake) {
        PostRoom.owner()
                .sql("update mail_intake set next_try_at = now() - interval '1 s' where id = ?")
                .param(intake)
                .update();
    }

    private void file(UUID id, boolean crash) {
        UUID workspace = desk.world.workspace();
        Actor by = Actor.system(workspace);
        Workspaces.run(
                workspace,
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    try {
                        filing.file(
                                new FilingRound(
                                        by, mailboxes.own(by), postRoom.clock().instant()),
                                store.claim(workspace, id).orElseThrow());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    if (crash) {
                        status.setRollbackOnly();
                    }
                }));
    }
}

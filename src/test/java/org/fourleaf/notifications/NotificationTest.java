package org.fourleaf.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.Together;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.database.TestDatabase;
import org.fourleaf.platform.database.Workspaces;
import org.fourleaf.platform.live.LivePulse;
import org.fourleaf.platform.log.LogPump;
import org.fourleaf.tickets.DeliveryReporting;
import org.fourleaf.tickets.DeliveryState;
import org.fourleaf.tickets.TicketChanging;
import org.fourleaf.tickets.Tickets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@InFourleaf
class NotificationTest {

    private static final String ALL = "/api/v1/notifications";

    private final Worlds worlds;
    private World world;
    private Api anna;
    private Api bram;
    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());

    @Autowired
    LogPump pump;

    @Autowired
    NotificationPulse pulse;

    @Autowired
    NotificationReading reading;

    @Autowired
    NoticeMailing mailing;

    @Autowired
    Tickets tickets;

    @Autowired
    TicketChanging changing;

    @Autowired
    DeliveryReporting delivery;

    @Autowired
    TransactionOperations transaction;

    NotificationTest(@Autowired Worlds worlds) {
        this.worlds = worlds;
        world = worlds.fresh();
        anna = world.anna();
        bram = world.bram();
    }

    @BeforeEach
    void freshWorld() {
        world = worlds.fresh();
        anna = world.anna();
        bram = world.bram();
    }

    @Test
    void who_is_named_in_a_note_is_told_once_and_the_one_who_wrote_it_is_not() {
        String ticket = ticket();
        note(ticket, mention(World.BRAM) + mention(World.BRAM) + mention(World.ANNA));
        Api.Answer told = list(bram);
        assertThat(told.body().at("/items")).hasSize(1);
        assertThat(told.text("/items/0/kind")).isEqualTo("mentioned");
        assertThat(told.text("/items/0/by/name")).isEqualTo("Anna");
        assertThat(told.text("/items/0/ticket/code")).isEqualTo(code(ticket));
        assertThat(told.body().at("/items/0/read").asBoolean()).isFalse();
        assertThat(list(anna).body().at("/items")).isEmpty();
    }

    @Test
    void nobody_is_named_who_may_not_see_the_ticket() {
        UUID sales = world.department("Sales");
        world.olga()
                .patch("/api/v1/departments/" + sales, Map.of("access", "members"))
                .mustBe(200);
        Map<String, Object> body = new HashMap<>(body());
        body.put("department", "Sales");
        String ticket = "/api/v1/tickets/"
                + world.olga().post("/api/v1/tickets", body).mustBe(201).text("/code");
        bram.post(ticket + "/messages", Map.of("type", "note", "html", "<p>" + mention(World.ANNA) + "</p>"))
                .mustRefuse(422, "invalid")
                .mustName("/html");
        bram.post(
                        ticket + "/messages",
                        Map.of(
                                "type",
                                "note",
                                "html",
                                "<p><span data-mention=\"" + UUID.randomUUID() + "\">@X</span></p>"))
                .mustRefuse(422, "invalid");
        assertThat(bram.get(ticket + "/mentionable").mustBe(200).string())
                .contains(World.BRAM, World.OLGA)
                .doesNotContain(World.ANNA);
        anna.get(ticket + "/mentionable").mustRefuse(404, "not-found");
    }

    @Test
    void a_ticket_that_left_ones_sight_is_in_no_list_and_no_count() {
        String ticket = ticket();
        note(ticket, mention(World.BRAM));
        assertThat(unread(bram)).isEqualTo(1);
        UUID id = list(bram).id("/items/0/id");
        UUID support = world.department("Support");
        world.olga()
                .patch("/api/v1/departments/" + support, Map.of("access", "members"))
                .mustBe(200);
        assertThat(list(bram).body().at("/items")).isEmpty();
        assertThat(unread(bram)).isZero();
        bram.patch(ALL + "/" + id, Map.of("read", true)).mustRefuse(404, "not-found");
    }

    @Test
    void an_assignment_by_another_an_answer_a_note_a_bounce_and_an_awakening_are_told() {
        String ticket = ticket();
        anna.patch(ticket, Map.of("assignee", World.BRAM)).mustBe(200);
        bram.patch(ticket, Map.of("priority", "high")).mustBe(200);
        note(ticket, "He called.");
        Api.Answer answer = bram.post(ticket + "/messages", Map.of("type", "reply", "text", "Here you are."))
                .mustBe(201);
        Actor system = Actor.system(world.workspace());
        Workspaces.run(
                world.workspace(),
                () -> transaction.executeWithoutResult(status -> {
                    delivery.report(system, List.of(answer.id("/id")), DeliveryState.NOT_DELIVERED);
                    delivery.report(system, List.of(answer.id("/id")), DeliveryState.NOT_DELIVERED);
                }));
        bram.patch(ticket, Map.of("status", "postponed", "postponed_until", "2099-01-01T00:00:00Z"))
                .mustBe(200);
        owner.sql(
                        "update ticket set postponed_until = now() - interval '1 minute' where workspace_id = :w and status = 7")
                .param("w", world.workspace())
                .update();
        Workspaces.run(
                world.workspace(),
                () -> changing.wake(
                        Actor.clock(world.workspace()),
                        tickets.byCode(system, code(ticket)).orElseThrow().id()));
        assertThat(kinds(bram)).containsExactlyInAnyOrder("assigned", "noted", "not_delivered", "woke");
        assertThat(kinds(anna)).isEmpty();
    }

    @Test
    void taking_a_ticket_oneself_is_no_news_and_neither_is_what_was_imported() {
        String ticket = ticket();
        bram.patch(ticket, Map.of("assignee", World.BRAM)).mustBe(200);
        assertThat(kinds(bram)).isEmpty();
    }

    @Test
    void read_marks_are_set_and_taken_back_singly_up_to_one_and_by_ticket() {
        String first = ticket();
        String second = ticket();
        note(first, mention(World.BRAM));
        note(second, mention(World.BRAM));
        note(first, mention(World.BRAM));
        Api.Answer all = list(bram);
        String newest = all.text("/items/0/id");
        assertThat(bram.patch(ALL + "/" + newest, Map.of("read", true))
                        .mustBe(200)
                        .body()
                        .at("/read")
                        .asBoolean())
                .isTrue();
        assertThat(unread(bram)).isEqualTo(2);
        bram.patch(ALL + "/" + newest, Map.of("read", false)).mustBe(200);
        assertThat(bram.post(ALL + "/read", Map.of("ticket", code(first)))
                        .mustBe(200)
                        .text("/unread"))
                .isEqualTo("1");
        assertThat(bram.get(ALL + "?unread=true").mustBe(200).body().at("/items"))
                .hasSize(1);
        bram.patch(ALL + "/" + newest, Map.of("read", false)).mustBe(200);
        assertThat(bram.post(ALL + "/read", Map.of("up_to", all.text("/items/1/id")))
                        .text("/unread"))
                .isEqualTo("1");
        assertThat(bram.post(ALL + "/read", Map.of()).text("/unread")).isEqualTo("0");
        anna.patch(ALL + "/" + newest, Map.of("read", true)).mustRefuse(404, "not-found");
        bram.post(ALL + "/read", Map.of("ticket", "NO-SUCH-1")).mustRefuse(404, "not-found");
        bram.patch(ALL + "/" + newest, Map.of()).mustName("/read");
        Api.Answer page = bram.get(ALL + "?limit=2").mustBe(200);
        assertThat(bram.get(ALL + "?limit=2&cursor=" + page.text("/next"))
                        .body()
                        .at("/items"))
                .hasSize(1);
    }

    @Test
    void what_one_does_not_want_is_not_made() throws Exception {
        Api.Answer settings = bram.get(ALL + "/settings").mustBe(200);
        assertThat(settings.body().at("/kinds")).hasSize(NotificationKind.values().length);
        Api.Answer changed = bram.with("If-Match", String.valueOf(settings.header("ETag")))
                .patch(
                        ALL + "/settings",
                        Map.of(
                                "mail_after_minutes",
                                5,
                                "kinds",
                                List.of(Map.of("kind", "mentioned", "in_app", false, "mail", false, "browser", false))))
                .mustBe(200);
        assertThat(changed.text("/mail_after_minutes")).isEqualTo("5");
        String ticket = ticket();
        note(ticket, mention(World.BRAM));
        assertThat(kinds(bram)).isEmpty();
        bram.patch(ALL + "/settings", Map.of("mail_after_minutes", 0)).mustName("/mail_after_minutes");
        bram.patch(ALL + "/settings", Map.of("kinds", List.of(Map.of("kind", "rumour"))))
                .mustBe(400);
        String tag = String.valueOf(changed.header("ETag"));
        List<Integer> statuses = Together.call(
                4,
                () -> bram.with("If-Match", tag)
                        .patch(ALL + "/settings", Map.of("mail_after_minutes", 7))
                        .status());
        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @Test
    void the_bell_rings_in_the_windows_of_the_one_it_is_for() {
        String ticket = ticket();
        String mark = felt(null).mark();
        note(ticket, mention(World.BRAM));
        list(bram);
        LivePulse.Felt felt = felt(mark);
        assertThat(felt.events()).hasSize(1);
        assertThat(felt.events().getFirst().agent()).isEqualTo(world.agentId(World.BRAM));
        assertThat(felt(felt.mark()).events()).isEmpty();
    }

    @Test
    void old_ones_are_forgotten() {
        String ticket = ticket();
        note(ticket, mention(World.BRAM));
        assertThat(unread(bram)).isEqualTo(1);
        owner.sql("update notification set at = at - interval '91 days' where workspace_id = :w")
                .param("w", world.workspace())
                .update();
        Workspaces.run(world.workspace(), () -> reading.forgetOld(Actor.clock(world.workspace())));
        assertThat(unread(bram)).isZero();
    }

    @Test
    void an_heir_of_many_tickets_is_told_once() {
        for (int i = 0; i < 3; i++) {
            world.olga().patch(ticket(), Map.of("assignee", World.ANNA)).mustBe(200);
        }
        world.olga()
                .patch("/api/v1/agents/" + World.ANNA, Map.of("active", false, "tickets", Map.of("to", World.BRAM)))
                .mustBe(200);
        assertThat(kinds(bram)).containsExactly("inherited");
        assertThat(list(bram).body().at("/items/0/count").asInt()).isEqualTo(3);
        assertThat(list(bram).text("/items/0/from_agent")).isEqualTo("Anna");
    }

    @Test
    void what_stays_unread_is_mailed_once() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            Api olga = world.olga();
            olga.post("/api/v1/mailboxes", Map.of("address", "desk@" + world.workspace() + ".example.com"))
                    .mustBe(201);
            olga.put(
                            "/api/v1/outgoing-server",
                            Map.of("url", "smtp://localhost:" + server.getSmtp().getPort()))
                    .mustBe(200);
            bram.patch(
                            ALL + "/settings",
                            Map.of(
                                    "mail_after_minutes",
                                    1,
                                    "kinds",
                                    List.of(Map.of(
                                            "kind", "mentioned", "in_app", true, "mail", true, "browser", false))))
                    .mustBe(200);
            world.browserOf(World.OLGA); // Now it is known where the desk is found.
            String ticket = ticket();
            note(ticket, mention(World.BRAM));
            assertThat(unread(bram)).isEqualTo(1);
            mailUnread();
            assertThat(server.getReceivedMessages()).isEmpty();
            owner.sql("update notification set mail_from = now() - interval '1 second' where workspace_id = :w")
                    .param("w", world.workspace())
                    .update();
            mailUnread();
            mailUnread();
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getSubject()).contains("You were mentioned", code(ticket));
            assertThat(server.getReceivedMessages()[0].getAllRecipients()[0]).hasToString(World.BRAM);
            assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[0]).replace("=\r\n", ""))
                    .contains("http://" + world.host(), "/tickets/" + code(ticket));
        } finally {
            server.stop();
        }
    }

    private void mailUnread() {
        Workspaces.run(world.workspace(), () -> mailing.mailUnread(Actor.clock(world.workspace())));
    }

    private LivePulse.Felt felt(@Nullable String mark) {
        return Workspaces.call(world.workspace(), () -> pulse.since(world.workspace(), mark));
    }

    private Api.Answer list(Api who) {
        drained();
        return who.get(ALL).mustBe(200);
    }

    private int unread(Api who) {
        drained();
        return who.get(ALL + "/count").mustBe(200).body().at("/unread").asInt();
    }

    private List<String> kinds(Api who) {
        return list(who)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/kind").asString())
                .toList();
    }

    private String mention(String email) {
        return "<span data-mention=\"" + world.agentId(email) + "\">@somebody</span> ";
    }

    private void note(String ticket, String html) {
        anna.post(ticket + "/messages", Map.of("type", "note", "html", "<p>" + html + "</p>"))
                .mustBe(201);
    }

    /** All is read: also by a pump of the background that was at it already. */
    private void drained() {
        long end = System.nanoTime() + 10_000_000_000L;
        do {
            pump.drain(world.workspace());
        } while (System.nanoTime() < end
                && owner.sql(
                                        "select count(*) from workspaces_with_unread_log(array['notifications']) as w where w = :w")
                                .param("w", world.workspace())
                                .query(Integer.class)
                                .single()
                        > 0);
    }

    private static String code(String ticket) {
        return ticket.substring(ticket.lastIndexOf('/') + 1);
    }

    private static Map<String, Object> body() {
        return Map.of("subject", "News", "customer", Map.of("email", World.OMAR), "message", Map.of("text", "x"));
    }

    private String ticket() {
        return "/api/v1/tickets/"
                + anna.post("/api/v1/tickets", body()).mustBe(201).text("/code");
    }
}

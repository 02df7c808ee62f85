package org.fourleaf.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.email.PostRoom;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way in by mail, through a real server, to the first sign-in. */
@InFourleaf
@Import(PostRoom.class)
class InvitationTest {

    private static final long MAILED_WITHIN_MILLIS = 15_000;
    private static final String DORA = "dora@example.net";
    private static final String LINKS = "/api/v1/agents/" + DORA + "/access-links";
    private static final String NEW_PASSWORD = "violets are not blue";
    private static final Pattern LINK = Pattern.compile("(https?://\\S+)/welcome#(\\S+)");

    @Autowired
    PostRoom postRoom;

    private final JdbcClient owner = JdbcClient.create(TestDatabase.owner());
    private GreenMail server;
    private World world;
    private Api olga;

    @BeforeAll
    void start() {
        server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @BeforeEach
    void freshDesk() throws Exception {
        server.purgeEmailFromAllMailboxes();
        world = postRoom.desk().world;
        olga = world.olga();
        olga.post("/api/v1/agents", Map.of("name", "dora", "email", DORA, "language", "lt"))
                .mustBe(201);
    }

    private void outgoing(int port) {
        olga.put("/api/v1/outgoing-server", Map.of("url", "smtp://localhost:" + port))
                .mustBe(200);
    }

    private String[] mailed(int which) {
        assertThat(server.waitForIncomingEmail(MAILED_WITHIN_MILLIS, which)).isTrue();
        MimeMessage mail = server.getReceivedMessages()[which - 1];
        Matcher link =
                LINK.matcher(GreenMailUtil.getBody(mail).replace("=\r\n", "").replace("=3D", "="));
        assertThat(link.find()).isTrue();
        return new String[] {link.group(1), link.group(2)};
    }

    private Api.Answer signIn(Api browser, String password) {
        return browser.post("/api/v1/session", Map.of("email", DORA, "password", password));
    }

    private Api browser() {
        return world.stranger()
                .with("X-Forwarded-For", "10.9.8." + (world.workspace().hashCode() & 0xff))
                .inBrowser();
    }

    @Test
    void an_invited_agent_chooses_name_and_password_and_is_in() throws Exception {
        outgoing(server.getSmtp().getPort());
        Api.Answer made = olga.post(LINKS, Map.of()).mustBe(201);
        assertThat(made.text("/kind")).isEqualTo("invitation");
        assertThat(made.body().at("/link").isNull()).isTrue();
        String[] link = mailed(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()[0].toString()).isEqualTo(DORA);
        assertThat(mail.getSubject()).contains("Kvietimas", "Acme");
        assertThat(olga.get(LINKS).mustBe(200).text("/items/0/state")).isIn("sent", "waiting");

        Api dora = browser();
        Api.Answer welcome = dora.post("/api/v1/access-links/opened", Map.of("token", link[1]))
                .mustBe(200);
        assertThat(welcome.text("/email")).isEqualTo(DORA);
        assertThat(welcome.text("/workspace")).isEqualTo("Acme");
        dora.post("/api/v1/access-links/used", Map.of("token", link[1], "password", "short"))
                .mustRefuse(400, "malformed")
                .mustName("/password");
        dora.post("/api/v1/access-links/used", Map.of("token", link[1], "name", "Dora Doe", "password", NEW_PASSWORD))
                .mustBe(204);
        assertThat(signIn(dora, NEW_PASSWORD).mustBe(201).text("/agent/name")).isEqualTo("Dora Doe");
        dora.post("/api/v1/access-links/used", Map.of("token", link[1], "password", NEW_PASSWORD))
                .mustRefuse(404, "link-over");
        assertThat(olga.get(LINKS).body().at("/items")).isEmpty();
        String audit = olga.get("/api/v1/audit").mustBe(200).string();
        assertThat(audit).contains("agent.invited", "agent.invitation_accepted", "agent.password_changed");
    }

    @Test
    void a_forgotten_password_is_chosen_anew_and_every_session_ends() throws Exception {
        outgoing(server.getSmtp().getPort());
        world.browserOf(World.ANNA);
        Api other = world.browserOf(World.ANNA);
        Api olgas = world.browserOf(World.OLGA); // Now it is known where the desk is found.
        browser()
                .post("/api/v1/password-resets", Map.of("email", " ANNA@example.com "))
                .mustBe(204);
        String[] link = mailed(1);
        assertThat(link[0]).contains(world.host());
        Api anna = browser();
        assertThat(anna.post("/api/v1/access-links/opened", Map.of("token", link[1]))
                        .text("/kind"))
                .isEqualTo("reset");
        anna.post("/api/v1/access-links/used", Map.of("token", link[1], "name", "Hacked", "password", NEW_PASSWORD))
                .mustBe(204);
        other.get("/api/v1/me").mustRefuse(401, "sign-in-needed");
        anna.post("/api/v1/session", Map.of("email", World.ANNA, "password", World.PASSWORD))
                .mustRefuse(401, "wrong-password");
        assertThat(anna.post("/api/v1/session", Map.of("email", World.ANNA, "password", NEW_PASSWORD))
                        .mustBe(201)
                        .text("/agent/name"))
                .isEqualTo("Anna");
        olgas.get("/api/v1/me").mustBe(200);
    }

    @Test
    void a_stranger_learns_nothing_and_cannot_flood_anybody() {
        outgoing(server.getSmtp().getPort());
        world.browserOf(World.OLGA);
        Api stranger = browser();
        Api.Answer known = stranger.post("/api/v1/password-resets", Map.of("email", World.ANNA))
                .mustBe(204);
        Api.Answer unknown = stranger.post("/api/v1/password-resets", Map.of("email", "no@example.net"))
                .mustBe(204);
        assertThat(known.string()).isEqualTo(unknown.string());
        mailed(1);
        for (int i = 0; i < 5; i++) {
            stranger.post("/api/v1/password-resets", Map.of("email", World.ANNA))
                    .mustBe(204);
        }
        for (int i = 0; i < 5; i++) {
            stranger.post("/api/v1/password-resets", Map.of("email", "x" + i + "@example.net"));
        }
        stranger.post("/api/v1/password-resets", Map.of("email", "y@example.net"))
                .mustRefuse(429, "too-many-requests");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_forged_host_does_not_lead_the_link_elsewhere() {
        outgoing(server.getSmtp().getPort());
        world.browserOf(World.OLGA);
        browser()
                .with("X-Forwarded-Host", "evil.test")
                .post("/api/v1/password-resets", Map.of("email", World.ANNA))
                .mustBe(204);
        assertThat(mailed(1)[0]).doesNotContain("evil");
    }

    @Test
    void what_cannot_be_sent_is_shown_and_the_link_can_be_handed_over() {
        outgoing(1);
        olga.post(LINKS, Map.of("mail", true)).mustBe(201);
        Awaitility.await().until(() -> olga.get(LINKS).text("/items/0/state").equals("not_sent"));
        assertThat(olga.get(LINKS).text("/items/0/failure")).isNotBlank();
        Api.Answer handed = olga.post(LINKS, Map.of("mail", false)).mustBe(201);
        assertThat(handed.header("Cache-Control")).contains("no-store");
        Matcher link = LINK.matcher(handed.text("/link"));
        assertThat(link.matches()).isTrue();
        assertThat(olga.get(LINKS).body().at("/items/0/link").isNull()).isTrue();
        assertThat(olga.get(LINKS).text("/items/0/state")).isEqualTo("handed_over");
        browser()
                .post("/api/v1/access-links/used", Map.of("token", link.group(2), "password", NEW_PASSWORD))
                .mustBe(204);
    }

    @Test
    void a_link_ends_when_it_is_replaced_taken_back_or_expires() {
        String first = token(olga.post(LINKS, Map.of("mail", false)).mustBe(201));
        String second = token(olga.post(LINKS, Map.of("mail", false)).mustBe(201));
        Api dora = browser();
        dora.post("/api/v1/access-links/opened", Map.of("token", first)).mustRefuse(404, "link-over");
        dora.post("/api/v1/access-links/opened", Map.of("token", second)).mustBe(200);
        owner.sql("update access_link set expires_at = now() - interval '1 second' where workspace_id = ?")
                .param(world.workspace())
                .update();
        dora.post("/api/v1/access-links/opened", Map.of("token", second)).mustRefuse(404, "link-over");
        dora.post("/api/v1/access-links/used", Map.of("token", second, "password", NEW_PASSWORD))
                .mustRefuse(404, "link-over");
        assertThat(olga.get("/api/v1/access-links").mustBe(200).text("/items/0/state"))
                .isEqualTo("expired");
        String third = token(olga.post(LINKS, Map.of("mail", false)).mustBe(201));
        olga.delete(LINKS).mustBe(204);
        dora.post("/api/v1/access-links/opened", Map.of("token", third)).mustRefuse(404, "link-over");
        String fourth = token(olga.post(LINKS, Map.of("mail", false)).mustBe(201));
        olga.delete("/api/v1/agents/" + DORA).mustBe(204);
        dora.post("/api/v1/access-links/opened", Map.of("token", fourth)).mustRefuse(404, "link-over");
        olga.post(LINKS, Map.of()).mustRefuse(409, "agent-inactive");
    }

    @Test
    void only_the_hash_is_kept() {
        String secret = token(olga.post(LINKS, Map.of("mail", false)).mustBe(201));
        String stored = owner.sql("select string_agg(l::text, ' ') from access_link l where workspace_id = ?")
                .param(world.workspace())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain(secret);
        assertThat(olga.get("/api/v1/audit").string()).doesNotContain(secret);
    }

    @Test
    void who_does_not_look_after_agents_makes_no_way_in() {
        world.anna().post(LINKS, Map.of()).mustRefuse(403, "permission-missing");
        world.anna().get(LINKS).mustRefuse(403, "permission-missing");
        world.anna().get("/api/v1/access-links").mustRefuse(403, "permission-missing");
        olga.patch("/api/v1/agents/" + World.ANNA, Map.of("role", "admin")).mustBe(200);
        world.anna()
                .post("/api/v1/agents/" + World.OLGA + "/access-links", Map.of("mail", false))
                .mustRefuse(403, "owner-needed");
        String narrow = olga.post("/api/v1/tokens", Map.of("name", "n", "scopes", List.of("agents_manage")))
                .text("/token");
        world.stranger().withToken(narrow).post(LINKS, Map.of("mail", false)).mustRefuse(403, "token-narrowed");
        world.stranger()
                .post("/api/v1/access-links/opened", Map.of("token", "x"))
                .mustRefuse(403, "csrf-token-missing");
    }

    @Test
    void an_imported_agent_is_not_invited() {
        olga.send(
                        "POST",
                        "/api/v1/imports/agents",
                        "{\"external_id\":\"i\",\"email\":\"imported@example.net\",\"name\":\"Imported\"}"
                                .getBytes(StandardCharsets.UTF_8),
                        "application/x-ndjson")
                .mustBe(202);
        Awaitility.await()
                .until(() -> olga.get("/api/v1/agents/imported@example.net").status() == 200);
        assertThat(olga.get("/api/v1/agents/imported@example.net/access-links")
                        .body()
                        .at("/items"))
                .isEmpty();
    }

    private static String token(Api.Answer made) {
        String link = made.text("/link");
        return link.substring(link.indexOf('#') + 1);
    }
}

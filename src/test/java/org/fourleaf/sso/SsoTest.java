package org.fourleaf.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.fourleaf.Api;
import org.fourleaf.InFourleaf;
import org.fourleaf.World;
import org.fourleaf.Worlds;
import org.fourleaf.platform.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@InFourleaf
class SsoTest {

    private static final String PROVIDERS = "/api/v1/sso-providers";
    private static final FakeProvider.Person ANNA =
            new FakeProvider.Person("anna-there", World.ANNA, true, "Anna Elsewhere");

    private final Worlds worlds;
    private final World world;
    private final FakeProvider there;
    private String id = "";

    SsoTest(@Autowired Worlds worlds) throws Exception {
        this.worlds = worlds;
        world = worlds.fresh();
        there = new FakeProvider();
    }

    @BeforeAll
    void trustThem() {
        id = trusted(world, Map.of());
    }

    @AfterAll
    void close() {
        there.close();
    }

    private String trusted(World here, Map<String, Object> more) {
        Map<String, Object> words = new HashMap<>(Map.of(
                "name",
                "Elsewhere",
                "issuer",
                there.issuer(),
                "client_id",
                FakeProvider.CLIENT,
                "client_secret",
                FakeProvider.SECRET));
        words.putAll(more);
        return here.olga().post(PROVIDERS, words).mustBe(201).text("/id");
    }

    private static String start(Api browser, String provider, String more) {
        return Objects.requireNonNull(browser.get("/api/v1/sso/" + provider + "/start" + more)
                .mustBe(302)
                .header("Location"));
    }

    private String back(Api browser, String provider, FakeProvider.Person person, FakeProvider.Spoiling spoiling) {
        String query = there.letIn(start(browser, provider, ""), person, spoiling);
        return land(browser, query);
    }

    private static String land(Api browser, String query) {
        return Objects.requireNonNull(
                browser.get("/api/v1/sso/callback" + query).mustBe(302).header("Location"));
    }

    @Test
    void an_agent_comes_in_by_a_verified_address_and_later_by_the_subject() {
        assertThat(world.stranger().get("/api/v1/sso").mustBe(200).text("/providers/0/name"))
                .isEqualTo("Elsewhere");
        Api browser = world.stranger().inBrowser();
        assertThat(back(browser, id, ANNA, FakeProvider.Spoiling.NONE)).isEqualTo("/");
        assertThat(browser.get("/api/v1/session").mustBe(200).text("/agent/email"))
                .isEqualTo(World.ANNA);

        Api later = world.stranger().inBrowser();
        back(
                later,
                id,
                new FakeProvider.Person("anna-there", "new@elsewhere.example", true, "Anna"),
                FakeProvider.Spoiling.NONE);
        assertThat(later.get("/api/v1/session").mustBe(200).text("/agent/email"))
                .isEqualTo(World.ANNA);
    }

    @Test
    void strangers_unverified_addresses_and_deactivated_agents_stay_out() {
        Api browser = world.stranger().inBrowser();
        assertThat(back(
                        browser,
                        id,
                        new FakeProvider.Person("x", "x@example.com", true, "X"),
                        FakeProvider.Spoiling.NONE))
                .isEqualTo("/sign-in?refused=sso-unknown");
        assertThat(back(browser, id, new FakeProvider.Person("y", World.BRAM, false, "Y"), FakeProvider.Spoiling.NONE))
                .isEqualTo("/sign-in?refused=sso-unverified");
        world.addAgent("Gone", "gone@example.com");
        world.olga().delete("/api/v1/agents/gone@example.com").mustBe(204);
        assertThat(back(
                        browser,
                        id,
                        new FakeProvider.Person("z", "gone@example.com", true, "Z"),
                        FakeProvider.Spoiling.NONE))
                .isEqualTo("/sign-in?refused=sso-inactive");
        browser.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
    }

    @Test
    void somebody_erased_comes_in_again_only_once_a_person_added_them() {
        World here = worlds.fresh();
        String provider = trusted(here, Map.of("domains", List.of("acme.example"), "role", "agent"));
        FakeProvider.Person nora = new FakeProvider.Person("n", "nora@acme.example", true, "Nora");
        assertThat(back(elsewhere(here), provider, nora, FakeProvider.Spoiling.NONE))
                .isEqualTo("/");
        String path = "/api/v1/agents/" + here.agentId("nora@acme.example");
        here.olga().delete(path).mustBe(204);
        here.olga().post(path + "/erasure", Map.of()).mustBe(201);
        assertThat(back(elsewhere(here), provider, nora, FakeProvider.Spoiling.NONE))
                .isEqualTo("/sign-in?refused=sso-unknown");
        here.addAgent("Nora", "nora@acme.example");
        assertThat(back(elsewhere(here), provider, nora, FakeProvider.Spoiling.NONE))
                .isEqualTo("/");
    }

    /** From an address of its own: all other tests here knock from one. */
    private static Api elsewhere(World here) {
        return here.stranger().with("X-Forwarded-For", "10.88.0.1").inBrowser();
    }

    @Test
    void people_of_the_named_domains_become_agents_and_no_others() {
        World here = worlds.fresh();
        String provider = trusted(here, Map.of("domains", List.of("Acme.example"), "role", "lead"));
        Api browser = here.stranger().inBrowser();
        assertThat(back(
                        browser,
                        provider,
                        new FakeProvider.Person("n", "new@other.example", true, "N"),
                        FakeProvider.Spoiling.NONE))
                .isEqualTo("/sign-in?refused=sso-domain");
        assertThat(back(
                        browser,
                        provider,
                        new FakeProvider.Person("m", "new@acme.example", true, "Mona"),
                        FakeProvider.Spoiling.NONE))
                .isEqualTo("/");
        Api.Answer session = browser.get("/api/v1/session").mustBe(200);
        assertThat(session.text("/agent/name")).isEqualTo("Mona");
        assertThat(session.text("/agent/role")).isEqualTo("lead");
    }

    private static FakeProvider.Spoiling spoiled(UnaryOperator<com.nimbusds.jwt.JWTClaimsSet.Builder> claims) {
        return new FakeProvider.Spoiling(claims, false, false);
    }

    @Test
    void forged_tokens_of_every_kind_open_nothing() {
        Date past = Date.from(Instant.now().minusSeconds(600));
        List<FakeProvider.Spoiling> forged = List.of(
                spoiled(claims -> claims.issuer("https://evil.example")),
                spoiled(claims -> claims.audience("another-client")),
                spoiled(claims -> claims.audience(List.of(FakeProvider.CLIENT, "another-client"))),
                spoiled(claims -> claims.claim("azp", "another-client")),
                spoiled(claims -> claims.claim("nonce", "of another journey")),
                spoiled(claims -> claims.expirationTime(past)),
                spoiled(claims -> claims.expirationTime(null)),
                new FakeProvider.Spoiling(UnaryOperator.identity(), true, false),
                new FakeProvider.Spoiling(UnaryOperator.identity(), false, true));
        Api browser = world.stranger().inBrowser().with("X-Forwarded-For", "198.51.100.77");
        for (int i = 0; i < forged.size(); i++) {
            Api other = browser.with("X-Forwarded-For", "198.51.100." + (80 + i));
            assertThat(back(
                            world.stranger()
                                    .with("X-Forwarded-For", "198.51.100." + (80 + i))
                                    .inBrowser(),
                            id,
                            ANNA,
                            forged.get(i)))
                    .as("forgery %d", i)
                    .isEqualTo("/sign-in?refused=sso-token");
            other.get("/api/v1/session").mustRefuse(401, "sign-in-needed");
        }
    }

    @Test
    void login_csrf_and_replay_a_callback_is_good_once_and_in_the_browser_that_began() {
        Api browser = world.stranger().inBrowser();
        String query = there.letIn(start(browser, id, ""), ANNA, FakeProvider.Spoiling.NONE);
        Api victim = world.stranger().inBrowser();
        assertThat(land(victim, query)).isEqualTo("/sign-in?refused=sso-over");
        start(victim, id, "");
        assertThat(land(victim, query)).isEqualTo("/sign-in?refused=sso-over");
        victim.get("/api/v1/session").mustRefuse(401, "sign-in-needed");

        assertThat(land(browser, query)).isEqualTo("/");
        assertThat(land(browser, query)).isEqualTo("/sign-in?refused=sso-over");
        assertThat(land(world.stranger().inBrowser(), "?error=access_denied")).isEqualTo("/sign-in?refused=sso-over");
    }

    @Test
    void session_fixation_the_round_trip_ends_in_a_session_of_its_own() {
        Api browser = world.stranger().inBrowser();
        browser.plantCookie("fourleaf_session", "chosen-by-the-attacker-chosen-by-the-attacker");
        back(browser, id, ANNA, FakeProvider.Spoiling.NONE);
        assertThat(browser.cookie("fourleaf_session")).isNotEqualTo("chosen-by-the-attacker-chosen-by-the-attacker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/%5Cevil.example", "https://evil.example", "/%09/evil.example"})
    void open_redirect_one_comes_back_to_our_own_pages_only(String target) {
        Api browser = world.stranger().with("X-Forwarded-For", "198.51.100.9").inBrowser();
        String query = there.letIn(start(browser, id, "?back=" + target), ANNA, FakeProvider.Spoiling.NONE);
        assertThat(land(browser, query)).isEqualTo("/");
    }

    @Test
    void one_comes_back_to_where_one_was() {
        Api browser = world.stranger().with("X-Forwarded-For", "198.51.100.10").inBrowser();
        String query = there.letIn(start(browser, id, "?back=/tickets/AB-12?x=1"), ANNA, FakeProvider.Spoiling.NONE);
        assertThat(land(browser, query)).isEqualTo("/tickets/AB-12?x=1");
    }

    @Test
    void owners_alone_name_providers_and_the_secret_never_comes_out() {
        world.olga()
                .post("/api/v1/agents", Map.of("name", "Ada", "email", "ada@example.com", "role", "admin"))
                .mustBe(201);
        Api ada = world.agent("ada@example.com");
        ada.get(PROVIDERS).mustRefuse(403, "owner-needed");
        ada.patch(PROVIDERS + "/" + id, Map.of("issuer", "https://evil.example"))
                .mustRefuse(403, "owner-needed");
        Api.Answer shown = world.olga().get(PROVIDERS + "/" + id).mustBe(200);
        assertThat(shown.string()).doesNotContain("secret").doesNotContain(FakeProvider.SECRET);
        assertThat(shown.text("/redirect_uri")).endsWith("/api/v1/sso/callback");
        assertThat(JdbcClient.create(TestDatabase.owner())
                        .sql("select client_secret from sso_provider where workspace_id = ?")
                        .param(world.workspace())
                        .query(byte[].class)
                        .list())
                .allSatisfy(secret -> assertThat(
                                new String(Objects.requireNonNull(secret), java.nio.charset.StandardCharsets.UTF_8))
                        .doesNotContain(FakeProvider.SECRET));
        world.olga()
                .post(
                        PROVIDERS,
                        Map.of("name", "X", "issuer", "file:///etc/passwd", "client_id", "x", "client_secret", "x"))
                .mustRefuse(400, "malformed")
                .mustName("/issuer");
        world.olga()
                .patch(PROVIDERS + "/" + id, Map.of("role", "agent"))
                .mustRefuse(422, "invalid")
                .mustName("/domains");
        world.olga()
                .patch(PROVIDERS + "/" + id, Map.of("role", "owner"))
                .mustRefuse(400, "malformed")
                .mustName("/role");
    }

    @Test
    void where_only_the_provider_opens_owners_still_have_their_escape() {
        World here = worlds.fresh();
        Api olga = here.olga();
        olga.patch("/api/v1/sign-in-rules", Map.of("sso_only", true))
                .mustRefuse(422, "invalid")
                .mustName("/sso_only");
        String provider = trusted(here, Map.of());
        olga.patch("/api/v1/sign-in-rules", Map.of("sso_only", true)).mustBe(200);
        assertThat(here.stranger().get("/api/v1/sso").body().at("/password").asBoolean())
                .isFalse();
        Map<String, String> anna = Map.of("email", World.ANNA, "password", World.PASSWORD);
        here.stranger().inBrowser().post("/api/v1/session", anna).mustRefuse(403, "sso-only");
        here.browserOf(World.OLGA).get("/api/v1/session").mustBe(200);
        Api browser = here.stranger().inBrowser();
        assertThat(back(browser, provider, ANNA, FakeProvider.Spoiling.NONE)).isEqualTo("/");

        olga.delete(PROVIDERS + "/" + provider).mustBe(204);
        here.browserOf(World.ANNA).get("/api/v1/session").mustBe(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://10.1.2.3/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://0.0.0.0/",
                "http://93.184.216.34/",
                "ftp://93.184.216.34/",
                "https://user@93.184.216.34/",
                "not an address"
            })
    void ssrf_addresses_of_our_own_networks_are_never_asked(String url) {
        assertThatThrownBy(() -> new OutsideFetch(false).checked(url)).isInstanceOf(SsoFailure.class);
    }

    @Test
    void addresses_of_the_world_may_be_asked() {
        assertThat(new OutsideFetch(false).checked("https://93.184.216.34/x").getHost())
                .isEqualTo("93.184.216.34");
    }
}

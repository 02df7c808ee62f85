package org.fourleaf;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.fourleaf.platform.Actor;
import org.fourleaf.signin.TestWorkspaces;

/**
 * The named world of the tests, in a workspace of its own: agents Anna (in Support) and Bram (in Sales), customer Omar, departments
 * Support and Sales; Olga owns it.
 */
public final class World {

    public static final String ANNA = "anna@example.com";
    public static final String BRAM = "bram@example.com";
    public static final String OMAR = "omar@example.org";
    public static final String OLGA = TestWorkspaces.OWNER_EMAIL;
    public static final String PASSWORD = TestWorkspaces.OWNER_PASSWORD;

    private final TestWorkspaces.Opened opened;
    private final Function<String, Api> strangers;

    World(TestWorkspaces.Opened opened, Function<String, Api> strangers) {
        this.opened = opened;
        this.strangers = strangers;
        UUID anna = addAgent("Anna", ANNA);
        UUID bram = addAgent("Bram", BRAM);
        join(department("Support"), anna);
        addDepartment("Sales", List.of(bram));
        olga().post("/api/v1/customers", Map.of("name", "Omar", "email", OMAR)).mustBe(201);
    }

    public UUID workspace() {
        return opened.workspace().id();
    }

    /** The host name that leads to this workspace. */
    public String host() {
        return opened.host();
    }

    /** Olga, for calling use cases without HTTP. */
    public Actor ownerActor() {
        return opened.owner();
    }

    /** Somebody without session or token. */
    public Api stranger() {
        return strangers.apply(opened.host());
    }

    public Api olga() {
        return stranger().withToken(opened.ownerToken());
    }

    public Api anna() {
        return agent(ANNA);
    }

    public Api bram() {
        return agent(BRAM);
    }

    /** An agent with a fresh token. */
    public Api agent(String email) {
        return stranger().withToken(token(email));
    }

    public String token(String email) {
        return olga().post("/api/v1/tokens", Map.of("name", "test", "agent", email))
                .mustBe(201)
                .text("/token");
    }

    /** A browser with its own cookies, signed in. */
    public Api browserOf(String email) {
        Api browser = stranger().with("X-Forwarded-For", address()).inBrowser();
        browser.post("/api/v1/session", Map.of("email", email, "password", PASSWORD))
                .mustBe(201);
        return browser;
    }

    /** Each world knocks from an address of its own: what is throttled per address would meet in all tests otherwise. */
    private String address() {
        int place = workspace().hashCode();
        return "10." + (place >>> 8 & 0xff) + "." + (place >>> 16 & 0xff) + "." + (place >>> 24 & 0xff);
    }

    public UUID addAgent(String name, String email) {
        return olga().post("/api/v1/agents", Map.of("name", name, "email", email, "password", PASSWORD))
                .mustBe(201)
                .id("/id");
    }

    public UUID addDepartment(String name, List<UUID> members) {
        UUID id = olga().post("/api/v1/departments", Map.of("name", name))
                .mustBe(201)
                .id("/id");
        members.forEach(agent -> join(id, agent));
        return id;
    }

    public UUID department(String name) {
        return olga().get("/api/v1/departments")
                .mustBe(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(department -> department.at("/name").asString().equals(name))
                .map(department -> UUID.fromString(department.at("/id").asString()))
                .findFirst()
                .orElseThrow();
    }

    public UUID agentId(String email) {
        return olga().get("/api/v1/agents/" + email).mustBe(200).id("/id");
    }

    private void join(UUID department, UUID agent) {
        olga().put("/api/v1/departments/" + department + "/members/" + agent, Map.of())
                .mustBe(200);
    }
}

package org.fourleaf;

import java.util.Objects;
import org.fourleaf.signin.TestWorkspaces;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Makes worlds for tests. */
@TestComponent
@Import(TestWorkspaces.class)
public class Worlds {

    private final TestWorkspaces workspaces;
    private final Environment environment;
    private final JsonMapper json;

    Worlds(TestWorkspaces workspaces, Environment environment, JsonMapper json) {
        this.workspaces = workspaces;
        this.environment = environment;
        this.json = json;
    }

    /** A workspace of the test's own, with its people and departments. */
    public World fresh() {
        return new World(workspaces.open(), this::stranger);
    }

    /** Somebody without session or token who knocks at another node of the same desk. */
    public Api strangerAt(int port, World world) {
        return Api.stranger("http://localhost:" + port, world.host(), json);
    }

    private Api stranger(String host) {
        return stranger(environment, host, json);
    }

    /** Somebody who knocks at an application that the test started by itself. */
    public static Api stranger(ApplicationContext context) {
        return stranger(context.getEnvironment(), "localhost", context.getBean(JsonMapper.class));
    }

    private static Api stranger(Environment environment, String host, JsonMapper json) {
        String port = Objects.requireNonNull(environment.getProperty("local.server.port"));
        return Api.stranger("http://localhost:" + port, host, json);
    }
}

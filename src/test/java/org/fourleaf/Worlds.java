package org.fourleaf;

import java.util.Objects;
import org.fourleaf.people.TestWorkspaces;
import org.springframework.boot.test.context.TestComponent;
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

    private Api stranger(String host) {
        String port = Objects.requireNonNull(environment.getProperty("local.server.port"));
        return Api.stranger("http://localhost:" + port, host, json);
    }
}

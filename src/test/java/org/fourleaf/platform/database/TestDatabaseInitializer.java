package org.fourleaf.platform.database;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives every application context of a test the {@link TestDatabase}, and a data folder and ports of its own. */
class TestDatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Set by a test that starts an application by itself, on a data folder of its own. */
    private static final String OWN_DATABASE = "fourleaf.own-database";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().containsProperty(OWN_DATABASE)) {
            return;
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test database",
                        Map.of(
                                "fourleaf.database-url",
                                TestDatabase.url(),
                                "fourleaf.data",
                                FreshFolder.empty().toString(),
                                "fourleaf.smtp-port",
                                "0",
                                // The providers of the tests live on this machine.
                                "fourleaf.sso-private-networks",
                                "true")));
    }
}

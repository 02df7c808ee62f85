package org.fourleaf.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives every application context of a test the {@link TestDatabase}, and a data folder and ports of its own. */
class TestDatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path FOLDERS = Path.of("target", "test-data");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().containsProperty("fourleaf.own-database")) {
            return;
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test database",
                        Map.of(
                                "fourleaf.database-url", TestDatabase.url(),
                                "fourleaf.data", newFolder().toString(),
                                "fourleaf.smtp-port", "0")));
    }

    private static Path newFolder() {
        try {
            Files.createDirectories(FOLDERS);
            return Files.createTempDirectory(FOLDERS, "data-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

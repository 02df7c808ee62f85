package org.fourleaf.platform;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells the person who started Fourleaf where to go next. */
@Component
class StartupMessage {

    private static final Logger log = LoggerFactory.getLogger(StartupMessage.class);
    private final Environment environment;

    StartupMessage(Environment environment) {
        this.environment = environment;
    }

    @EventListener
    void on(ApplicationReadyEvent ready) {
        String port = environment.getProperty("local.server.port");
        if (port == null) {
            return; // A test without a web server.
        }
        log.info(
                """
                Fourleaf is ready.
                  Desk   http://localhost:{}/
                  Mail   SMTP port {}
                  Data   {}\
                """,
                port,
                environment.getProperty("fourleaf.smtp-port"),
                Path.of(environment.getRequiredProperty("fourleaf.data"))
                        .toAbsolutePath()
                        .normalize());
    }
}

package org.fourleaf.platform.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.fourleaf.platform.StartRefused;

/** Brings the schema up to this version of Fourleaf, as the owner, before anybody else may connect. */
final class Migrations {

    private Migrations() {}

    static void run(DatabaseLogin owner) {
        try {
            Flyway.configure()
                    .dataSource(owner.url(), owner.user(), owner.password())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StartRefused(
                    "The database could not be brought up to this version: " + e.getMessage(),
                    "Nothing of the failed step was kept. Put right what it says and start again.",
                    e);
        }
    }
}

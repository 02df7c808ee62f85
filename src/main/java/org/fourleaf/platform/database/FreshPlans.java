package org.fourleaf.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * For whoever fills empty tables fast. A session keeps the plans of its statements and foreign keys; those made while a table was empty
 * read all of it, and it takes a minute until statistics say otherwise: a first import cost ten times the database's time.
 */
@Component
public class FreshPlans {

    private final JdbcClient jdbc;

    FreshPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the transaction does next is planned for the sizes that tables have now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void fromHere() {
        jdbc.sql("discard plans").update();
    }
}

package org.fourleaf.platform.database;

/** The PostgreSQL that Fourleaf works with: its own, or one that somebody else runs. */
sealed interface Database extends AutoCloseable permits EmbeddedPostgres, OutsidePostgres {

    /** Owns the database and runs the migrations. */
    DatabaseLogin owner();

    /** What the pool connects with; every connection then acts as {@code fourleaf_app}. */
    DatabaseLogin pool();

    @Override
    void close();
}

/**
 * The database behind Fourleaf: its own PostgreSQL kept in the data folder, or an outside one; roles, migrations and
 * the connection pool. Whatever the way, the pool's effective role is {@code fourleaf_app}, which row-level security
 * binds; only migrations run as the owner.
 */
@NullMarked
package org.fourleaf.platform.database;

import org.jspecify.annotations.NullMarked;

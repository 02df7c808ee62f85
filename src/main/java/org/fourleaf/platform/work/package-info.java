/** Threads that work off what waits in the database, and work that is done in batches after a change is already true. */
@NullMarked
package org.fourleaf.platform.work;

import org.jspecify.annotations.NullMarked;

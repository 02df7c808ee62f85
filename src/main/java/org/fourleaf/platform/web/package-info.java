/** How Fourleaf speaks HTTP: problem details, ids of the caller, idempotency keys, entity tags, limits. */
@NullMarked
package org.fourleaf.platform.web;

import org.jspecify.annotations.NullMarked;

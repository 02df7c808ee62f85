/**
 * How Fourleaf speaks HTTP, the same for every module: callers ({@link org.fourleaf.platform.web.Caller}), problem details, idempotency
 * keys, entity tags, pages of lists, rate and size limits, the description of the API, and the files of the agent UI. A controller
 * takes {@code Actor by} as a parameter and returns records; everything in this package happens around it.
 */
@NullMarked
package org.fourleaf.platform.web;

import org.jspecify.annotations.NullMarked;

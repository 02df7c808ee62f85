/** The one append-only log of facts, and the readers whose effects and position commit together. */
@NullMarked
package org.fourleaf.platform.log;

import org.jspecify.annotations.NullMarked;

/** The stream of names and versions to browsers; state is fetched, never pushed. */
@NullMarked
package org.fourleaf.platform.live;

import org.jspecify.annotations.NullMarked;

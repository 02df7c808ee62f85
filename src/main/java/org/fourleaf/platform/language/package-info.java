/** Which language a text is written in. */
@NullMarked
package org.fourleaf.platform.language;

import org.jspecify.annotations.NullMarked;

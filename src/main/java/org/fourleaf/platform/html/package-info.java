/** HTML from outside made harmless, and turned into plain text and back. */
@NullMarked
package org.fourleaf.platform.html;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.fourleaf.attention;

import org.jspecify.annotations.NullMarked;

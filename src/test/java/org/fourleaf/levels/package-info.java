@NullMarked
package org.fourleaf.levels;

import org.jspecify.annotations.NullMarked;

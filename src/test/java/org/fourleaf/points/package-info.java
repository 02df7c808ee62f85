@NullMarked
package org.fourleaf.points;

import org.jspecify.annotations.NullMarked;

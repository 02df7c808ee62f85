@NullMarked
package org.fourleaf.routing;

import org.jspecify.annotations.NullMarked;

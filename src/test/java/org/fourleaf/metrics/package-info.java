@NullMarked
package org.fourleaf.metrics;

import org.jspecify.annotations.NullMarked;

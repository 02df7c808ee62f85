@NullMarked
package org.fourleaf.search;

import org.jspecify.annotations.NullMarked;

/** Tests of the ratings module. */
@NullMarked
package org.fourleaf.ratings;

import org.jspecify.annotations.NullMarked;

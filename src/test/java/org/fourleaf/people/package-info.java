/** Tests of the people module. */
@NullMarked
package org.fourleaf.people;

import org.jspecify.annotations.NullMarked;

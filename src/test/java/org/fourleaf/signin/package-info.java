/** Tests of the people module. */
@NullMarked
package org.fourleaf.signin;

import org.jspecify.annotations.NullMarked;

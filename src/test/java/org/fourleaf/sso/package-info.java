/** Tests of the sso module. */
@NullMarked
package org.fourleaf.sso;

import org.jspecify.annotations.NullMarked;

/** Tests of the choices module, through the tickets that use them. */
@NullMarked
package org.fourleaf.choices;

import org.jspecify.annotations.NullMarked;

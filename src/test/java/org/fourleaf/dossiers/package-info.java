/** Tests of the dossiers module, and of what happens to all there is about a customer. */
@NullMarked
package org.fourleaf.dossiers;

import org.jspecify.annotations.NullMarked;

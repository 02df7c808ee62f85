/** Tests of the service levels module. */
@NullMarked
package org.fourleaf.slas;

import org.jspecify.annotations.NullMarked;

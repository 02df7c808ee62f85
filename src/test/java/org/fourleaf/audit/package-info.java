/** Tests of the audit module. */
@NullMarked
package org.fourleaf.audit;

import org.jspecify.annotations.NullMarked;

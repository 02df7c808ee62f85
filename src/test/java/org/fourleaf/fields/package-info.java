/** Tests of the fields module. */
@NullMarked
package org.fourleaf.fields;

import org.jspecify.annotations.NullMarked;

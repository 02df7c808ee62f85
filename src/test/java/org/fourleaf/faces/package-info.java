@NullMarked
package org.fourleaf.faces;

import org.jspecify.annotations.NullMarked;

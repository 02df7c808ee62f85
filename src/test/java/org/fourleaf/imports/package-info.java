@NullMarked
package org.fourleaf.imports;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.fourleaf.massactions;

import org.jspecify.annotations.NullMarked;
